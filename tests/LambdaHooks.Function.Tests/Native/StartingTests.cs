namespace LambdaHooks.Function.Tests.Native;

public sealed class StartingTests(NativeBuild build)
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("preannotation")]
    [InlineData("LambdaHooks::PreAnnotation")]
    public async Task AnUnknownHandlerIsToldToTheApi(string? handler)
    {
        using var buckets = new LocalBuckets();

        Assert.Equal("_HANDLER: must be PreAnnotation or PostAnnotation", await RefusedStartAsync(handler, buckets.Settings));
    }

    [Theory]
    [MemberData(nameof(BadSettings.Rows), MemberType = typeof(BadSettings))]
    public async Task ABadSettingIsToldToTheApiByItsName(string handler, string name, string value)
    {
        using var buckets = new LocalBuckets();
        var settings = buckets.Settings.Where(s => s.Name != name).Append((name, value));

        Assert.StartsWith($"{name}: ", await RefusedStartAsync(handler, settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutARuntimeApiTheProgramSaysWhatIsMissing()
    {
        using var process = FunctionProcess.Start(await build.BootstrapAsync(), []);

        Assert.Equal(2, await process.ExitCodeAsync());
        Assert.StartsWith("AWS_LAMBDA_RUNTIME_API is not set", await process.ErrorsAsync(), StringComparison.Ordinal);
        Assert.Empty(process.Lines);
    }

    /// <summary>Expects the start to be refused, by the API's rules and with a failing exit code.</summary>
    /// <returns>The message.</returns>
    private async Task<string> RefusedStartAsync(string? handler, IEnumerable<(string Name, string Value)> settings)
    {
        await using var function = await NativeFunction.StartAsync(build, handler, settings);

        var posted = await function.Process.ExpectAsync(function.Api.InitError);

        Assert.Equal(1, await function.Process.ExitCodeAsync());
        Assert.False(function.Api.Asked.IsCompleted);
        Assert.Equal("Runtime.HookException", posted.ErrorType);
        Assert.Single(function.Process.Lines, l => l.Contains("cannot-start", StringComparison.Ordinal));
        return posted.ErrorMessage;
    }
}
