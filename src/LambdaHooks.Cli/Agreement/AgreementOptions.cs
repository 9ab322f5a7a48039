using System.CommandLine;
using LambdaHooks.Cli.Peaks;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary>The options of <c>agreement</c>.</summary>
internal sealed class AgreementOptions
{
    private const int DefaultResamples = 1000;
    private const int MostSamples = 100_000;

    /// <summary>Fewest that the bootstrap takes percentiles of.</summary>
    private const int FewestResamples = 20;

    private static readonly GammaOptions Default = new();

    private readonly Argument<string[]> inputs = new("input") { Description = AgreementHelp.Inputs, Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<AnnotationFormat?> format = Parsed.Named<AnnotationFormat>("--format", "csv, rttm, textgrid, labels or json", FormatOf, "What all inputs are. Default: each by its ending, else by how it starts.");
    private readonly Option<TierMeaning?> tiers = Parsed.Named<TierMeaning>("--tiers-are", "annotators or tracks", TiersOf, "What the tiers of a TextGrid are. Default: annotators, but tracks where the annotator was named.");
    private readonly Option<MatrixRows?> matrix = Parsed.Named<MatrixRows>("--matrix", "items or annotators", MatrixOf, "Tables are matrices of labels without any names, and these are their rows.");
    private readonly Option<LabelLevel?> level = Parsed.Named<LabelLevel>("--level", "nominal, ordinal, interval or masi", LevelOf, "How different two labels of items are. Default: masi where there are sets, else nominal.");
    private readonly Option<bool> everybody = new("--everybody-saw-all") { Description = "Who marked nothing on a track of a clip found nothing there. Default: they did not look." };
    private readonly Option<double?> alpha = Numbers.Weight("--alpha", "Weight of the distance in place, for gamma. Default: 1.");
    private readonly Option<double?> beta = Numbers.Weight("--beta", "Weight of the distance in label, for gamma. Default: 1.");
    private readonly Option<double?> delta = Numbers.Weight("--delta", "Cost of a segment that is paired with none (D0), for gamma. Default: 1.");
    private readonly Option<int?> samples = Parsed.Whole("--samples", null, 1, MostSamples, $"Sampled continua that gamma's expected disorder is first estimated from. Default: {Default.Samples}.");
    private readonly Option<ulong?> seed = Numbers.Seed("--seed", $"Seed of sampling and resampling. Default: {Default.Seed}.");
    private readonly Option<int?> resamples = Parsed.Whole("--resamples", null, 0, MostSamples, $"How often clips or items are drawn anew for the 95 % intervals, {FewestResamples} or more; 0 for none. Default: {DefaultResamples}.");
    private readonly Option<bool> json = new("--json") { Description = AgreementHelp.Json };

    public void AddTo(Command command)
    {
        inputs.Validators.Add(named =>
        {
            foreach (var token in named.Tokens.Where(t => t.Value.StartsWith('-')))
            {
                named.AddError($"Unknown option {token.Value}.");
            }
        });
        command.Arguments.Add(inputs);
        foreach (var option in (Option[])[format, tiers, matrix, level, everybody, alpha, beta, delta, samples, seed, resamples, json])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">It makes no sense together.</exception>
    public AgreementRequest Read(ParseResult given)
    {
        var named = given.GetValue(inputs) ?? [];
        if (named.Length == 0)
        {
            throw new UsageException("No annotations were named.");
        }

        var gamma = new GammaOptions
        {
            Alpha = given.GetValue(alpha) ?? Default.Alpha,
            Beta = given.GetValue(beta) ?? Default.Beta,
            DeltaEmpty = given.GetValue(delta) ?? Default.DeltaEmpty,
            Samples = given.GetValue(samples) ?? Default.Samples,
            Seed = given.GetValue(seed) ?? Default.Seed,
            Resamples = given.GetValue(resamples) ?? DefaultResamples,
        };
        if (gamma.DeltaEmpty == 0 || (gamma.Alpha == 0 && gamma.Beta == 0))
        {
            throw new UsageException("--delta must be more than 0, and so must --alpha or --beta.");
        }

        if (given.GetValue(resamples) is > 0 and < FewestResamples)
        {
            throw new UsageException($"--resamples must be 0 for no intervals, or {FewestResamples} or more.");
        }

        return new AgreementRequest(named, new AgreementSettings(gamma, given.GetValue(resamples) ?? DefaultResamples, given.GetValue(level)))
        {
            Format = given.GetValue(format),
            TiersAre = given.GetValue(tiers),
            Matrix = given.GetValue(matrix),
            EverybodySawAll = given.GetValue(everybody),
            Json = given.GetValue(json),
        };
    }

    private static AnnotationFormat? FormatOf(string text) => text switch
    {
        "csv" => AnnotationFormat.Csv,
        "rttm" => AnnotationFormat.Rttm,
        "textgrid" => AnnotationFormat.TextGrid,
        "labels" => AnnotationFormat.Labels,
        "json" => AnnotationFormat.Json,
        _ => null,
    };

    private static TierMeaning? TiersOf(string text) => text switch
    {
        "annotators" => TierMeaning.Annotators,
        "tracks" => TierMeaning.Tracks,
        _ => null,
    };

    private static MatrixRows? MatrixOf(string text) => text switch
    {
        "items" => MatrixRows.Items,
        "annotators" => MatrixRows.Annotators,
        _ => null,
    };

    private static LabelLevel? LevelOf(string text) => text switch
    {
        "nominal" => LabelLevel.Nominal,
        "ordinal" => LabelLevel.Ordinal,
        "interval" => LabelLevel.Interval,
        "masi" => LabelLevel.Masi,
        _ => null,
    };
}
