using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Function.Tests;

public sealed class EnvironmentSettingsTests
{
    private static readonly Dictionary<string, string> Sensible = new()
    {
        ["STATE_LOCATION"] = "s3://state/lambdahooks",
        ["MEDIA_BUCKETS"] = "media-1,media-2",
        ["LOCAL_BUCKETS"] = "media=folder",
    };

    [Theory]
    [MemberData(nameof(BadSettings.Rows), MemberType = typeof(BadSettings))]
    public void ABadSettingIsRefusedByItsName(string handler, string name, string value)
    {
        var refused = Assert.Throws<HookException>(() => Composition.Compose(handler, With((name, value)), TimeProvider.System));

        Assert.Equal(name, refused.Field);
    }

    [Theory]
    [InlineData("PreAnnotation", typeof(PreAnnotationHook))]
    [InlineData("PostAnnotation", typeof(PostAnnotationHook))]
    public void TheHandlerDecidesWhichHookItIs(string handler, Type hook) =>
        Assert.IsType(hook, Composition.Compose(handler, With(), TimeProvider.System));

    [Theory]
    [InlineData(null, 3600)]
    [InlineData("", 3600)]
    [InlineData("1", 1)]
    [InlineData(" 900 ", 900)]
    [InlineData("604800", 604_800)]
    public void UrlsLiveAnHourUnlessToldOtherwise(string? value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), With(("URL_LIFETIME_SECONDS", value)).PreAnnotation().UrlLifetime);

    [Theory]
    [InlineData("media", "media")]
    [InlineData("media-1,media-2", "media-1", "media-2")]
    [InlineData(" media-1 , media-2,, media-1 ", "media-1", "media-2")]
    public void MediaBucketsAreAListDividedByCommas(string value, params string[] buckets) =>
        Assert.Equal(buckets, With(("MEDIA_BUCKETS", value)).PreAnnotation().MediaBuckets.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("s3://state/lambdahooks", "s3://state/lambdahooks")]
    [InlineData(" s3://state/a/b/ ", "s3://state/a/b")]
    public void StateLiesUnderAPrefix(string value, string place)
    {
        var settings = With(("STATE_LOCATION", value));

        Assert.Equal(place, settings.PreAnnotation().State.ToString());
        Assert.Equal(place, settings.PostAnnotation().State?.ToString());
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, "s3://state/lambdahooks", "s3://state/lambdahooks")]
    [InlineData("s3://output/records", "s3://state/lambdahooks", "s3://output/records")]
    [InlineData("s3://output/records", null, "s3://output/records")]
    public void RecordsWithoutAJobGoToTheOutputLocationOrElseToTheState(string? output, string? state, string? expected) =>
        Assert.Equal(expected, With(("OUTPUT_LOCATION", output), ("STATE_LOCATION", state)).PostAnnotation().Output?.ToString());

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void TheJobsRoleIsAssumedOnlyWhenAskedFor(string? value, bool assumed) =>
        Assert.Equal(assumed, With(("ASSUME_JOB_ROLE", value)).PostAnnotation().AssumeJobRole);

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void LoudnessOfSingleMediaIsMeasuredOnlyWhenAskedFor(string? value, bool measured) =>
        Assert.Equal(measured, With(("MEASURE_LOUDNESS", value)).PreAnnotation().MeasureLoudness);

    [Theory]
    [InlineData(null, 6)]
    [InlineData("media=folder", 2)]
    public void MediaAreFetchedAsTheirStoreLikesIt(string? folders, int workers) =>
        Assert.Equal(workers, With(("LOCAL_BUCKETS", folders)).PreAnnotation().Plan.Workers);

    [Theory]
    [InlineData(null, "/usr/bin:/bin", null)]
    [InlineData(" ", null, null)]
    [InlineData(" /opt/bin/ffmpeg ", "/bin", "/opt/bin/ffmpeg")]
    public void TheDecodersProgramIsNamedOrLookedFor(string? program, string? path, string? named)
    {
        var settings = With(("FFMPEG_PATH", program), ("PATH", path), ("LD_LIBRARY_PATH", "/opt/lib")).Ffmpeg();

        Assert.Equal((named, path, "/opt/lib"), (settings?.Path, settings?.SearchPath, settings?.LibraryPath));
    }

    [Fact]
    public void ADecoderCanBeRefused() => Assert.Null(With(("FFMPEG_PATH", "none")).Ffmpeg());

    [Theory]
    [InlineData(null, null, null, null, null)]
    [InlineData("http://all/", null, null, "http://all/", "http://all/")]
    [InlineData("http://all/", "http://s3/", null, "http://s3/", "http://all/")]
    [InlineData(null, "http://s3/", "https://sts/", "http://s3/", "https://sts/")]
    public void AnEndpointOfOneServiceGoesBeforeTheOneOfAll(string? all, string? s3, string? sts, string? s3Used, string? stsUsed)
    {
        var aws = With(("AWS_ENDPOINT_URL", all), ("AWS_ENDPOINT_URL_S3", s3), ("AWS_ENDPOINT_URL_STS", sts)).Aws();

        Assert.Equal(s3Used, aws.S3Endpoint?.ToString());
        Assert.Equal(stsUsed, aws.StsEndpoint?.ToString());
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:8080/media")]
    [InlineData("https://media.test/a/", "https://media.test/a")]
    public void LocalUrlsHaveNoSlashAtTheirEnd(string? value, string url) => Assert.Equal(url, With(("LOCAL_URL", value)).LocalUrl());

    [Fact]
    public void FoldersStandForBucketsOnlyWhenGiven()
    {
        Assert.Equal(["media"], With().LocalBuckets()?.Buckets ?? []);
        Assert.Null(With(("LOCAL_BUCKETS", null)).LocalBuckets());
    }

    private static EnvironmentSettings With(params (string Name, string? Value)[] changes) =>
        new(name => changes.Any(c => c.Name == name) ? changes.First(c => c.Name == name).Value : Sensible.GetValueOrDefault(name));
}
