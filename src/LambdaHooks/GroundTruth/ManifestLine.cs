using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// One line of an input manifest, as Ground Truth hands it to the pre-annotation hook: <c>source-ref</c> or <c>source</c>, and every
/// other key of the user.
/// </summary>
public sealed class ManifestLine
{
    /// <summary>Most characters Ground Truth accepts in a line.</summary>
    public const int MostCharacters = 100_000;

    private readonly JsonElement json;

    /// <summary>Wraps a line.</summary>
    /// <param name="json">An object; the element must outlive the line.</param>
    /// <exception cref="HookException">Not an object.</exception>
    public ManifestLine(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new HookException("dataObject", "must be a JSON object");
        }

        this.json = json;
        try
        {
            Canonical = CanonicalJson.Of(json);
        }
        catch (InvalidOperationException)
        {
            Problem = "unreadable-line: a key or value holds half of a surrogate pair";
        }

        Candidates = [.. CandidatesOf(json)];
    }

    /// <summary>Why the line cannot be used as a whole; null where it can.</summary>
    public string? Problem { get; }

    /// <summary>The line with its members sorted and its white space gone, UTF-8; empty where it cannot be used.</summary>
    public ReadOnlyMemory<byte> Canonical { get; }

    /// <summary>True where the line is longer than Ground Truth accepts, however its letters were escaped on the way.</summary>
    public bool IsTooLong => Canonical.Length > MostCharacters && JsonLength.Of(json) > MostCharacters;

    /// <summary>Value of <c>source-ref</c>, or of <c>source</c> where there is no <c>source-ref</c>; null where there is neither.</summary>
    public string? Source => SourceRef ?? json.Text("source");

    /// <summary>Value of <c>source-ref</c>, or null.</summary>
    public string? SourceRef => json.Text("source-ref");

    /// <summary>Where the only medium lies, or why there is none.</summary>
    public (string? Place, string? Problem) Medium =>
        SourceRef is { } place ? (place, null)
        : json.TryMember("source-ref", out _) ? (null, "unreadable-source: source-ref is not text")
        : json.Text("source") is not { } text ? (null, "no-source: the line has neither source-ref nor source")
        : text.StartsWith("s3://", StringComparison.OrdinalIgnoreCase) ? (text, null)
        : (null, "no-medium: the line's source is text, so there is nothing to play");

    /// <summary>Candidates of a comparison; empty on other lines.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>True when the line has a <c>candidates</c> key, whatever it holds.</summary>
    public bool IsComparison => json.TryMember("candidates", out _);

    /// <summary>The prompt the media were generated from, or null.</summary>
    public string? Prompt => json.Text("prompt");

    /// <summary>Id of the prompt, or null.</summary>
    public string? PromptId => json.Text("prompt-id");

    /// <summary>Transcript that came with the medium, or null.</summary>
    public string? Transcription => json.Text("transcription");

    /// <summary>Prefilled tracks as they came, or null.</summary>
    public JsonElement? Tracks => json.TryMember("tracks", out var tracks) ? tracks : null;

    /// <summary>All members with a readable name, in the order they came; the last where a name is repeated.</summary>
    public IEnumerable<JsonProperty> Members =>
        json.EnumerateObject().Where(m => m.TryName(out _)).GroupBy(m => m.Name, StringComparer.Ordinal).Select(g => g.Last());

    /// <summary>
    /// The task's token: SHA-256 of the canonical line and the job's name, in hex. Ties an answer to the task it was given for.
    /// </summary>
    /// <param name="job">The job's name in lower case, as its ARN spells it.</param>
    public string TokenFor(string job)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Canonical.Span);
        hash.AppendData("\n"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(job));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<Candidate> CandidatesOf(JsonElement json) =>
        json.TryMember("candidates", out var candidates)
            ? candidates.Items().Select(c => new Candidate(c.Text("id"), c.Text("source-ref"), c.Text("model")))
            : [];
}

/// <summary>One of several media made from the same prompt.</summary>
/// <param name="Id">Id that the answer refers to; null where the line gives none.</param>
/// <param name="SourceRef">Where it lies; null where the line does not say.</param>
/// <param name="Model">What made it; kept from the worker. Null where the line does not say.</param>
public sealed record Candidate(string? Id, string? SourceRef, string? Model);
