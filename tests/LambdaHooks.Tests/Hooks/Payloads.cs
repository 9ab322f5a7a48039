using System.Text.Json;

namespace LambdaHooks.Tests.Hooks;

/// <summary>Consolidation requests as Ground Truth writes them.</summary>
internal static class Payloads
{
    /// <summary>A payload of objects.</summary>
    public static string Of(params string[] objects) => $"[{string.Join(",\n", objects)}]";

    /// <summary>A data object that is a medium.</summary>
    public static string Clip(string id, params string[] annotations) => Object(id, $$"""{"s3Uri":"s3://media/{{id}}.wav"}""", annotations);

    public static string Object(string id, string dataObject, params string[] annotations) =>
        $$"""{"datasetObjectId":"{{id}}","dataObject":{{dataObject}},"annotations":[{{string.Join(',', annotations)}}]}""";

    /// <summary>An answer that came inline.</summary>
    public static string Inline(string worker, string content) => $$$"""{"workerId":"{{{worker}}}","annotationData":{"content":{{{JsonSerializer.Serialize(content)}}}}}""";

    /// <summary>An answer that lies elsewhere.</summary>
    public static string At(string worker, string uri, string member = "s3Uri") => $$$"""{"workerId":"{{{worker}}}","annotationData":{"{{{member}}}":"{{{uri}}}"}}""";

    /// <summary>Our page's answer with one segment.</summary>
    public static string Marked(decimal start, decimal end, string text = "hello", string? token = null) => Own(
        token, FormattableString.Invariant($$""","tracks":[{"category":"speech","segments":[{"start":{{start}},"end":{{end}},"labels":["speech"],"text":{{JsonSerializer.Serialize(text)}}}]}]"""));

    /// <summary>Our page's answer with a preference between <c>a</c> and <c>b</c>.</summary>
    public static string Preferred(int strength, string? token, string order = """ "a","b" """) =>
        Own(token, $$""","preference":{"order":[{{order}}],"strength":{{strength}}}""");

    public static string Own(string? token, string members) =>
        $$"""{"annotation":{{JsonSerializer.Serialize($$"""{"schema":"lambdahooks/answer/1","token":{{JsonSerializer.Serialize(token)}}{{members}}}""")}}}""";
}
