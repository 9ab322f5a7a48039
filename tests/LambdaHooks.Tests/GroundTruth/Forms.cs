using System.Text.Json;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

/// <summary>Answers as forms submit them: JSON whose fields may hold JSON in a string.</summary>
internal static class Forms
{
    public const string Worker = "private.us-east-1.a1";

    /// <summary>A form with one field that holds a text.</summary>
    public static string Field(string name, string text) => $"{{{JsonSerializer.Serialize(name)}:{JsonSerializer.Serialize(text)}}}";

    /// <summary>What our own page submits.</summary>
    /// <param name="members">Further members of the answer, each after a comma.</param>
    public static string Own(string members = "") => Field("annotation", $$"""{"schema":"lambdahooks/answer/1","token":"t"{{members}}}""");

    /// <summary>What our own page submits with one track.</summary>
    /// <param name="segments">Its segments, divided by commas.</param>
    public static string OwnSegments(string segments) => Own($$""","tracks":[{"category":"c","segments":[{{segments}}]}]""");

    /// <summary>What the AWS sample's page submits.</summary>
    /// <param name="streams">The streams as JSON.</param>
    /// <param name="fields">Further form fields, each after a comma.</param>
    public static string Sample(string streams, string fields = "") =>
        $$"""{"annotations":{{JsonSerializer.Serialize($$"""{"categories":{},"streams":{{streams}},"elapsedTime":1}""")}}{{fields}}}""";

    public static ReadAnswer Read(string content) => AnswerReader.Read(Worker, content);

    /// <summary>The part and the code of every rejection.</summary>
    public static IEnumerable<(string? Part, string Code)> Codes(this ReadAnswer read) => read.Rejections.Select(r => (r.Part, r.Reason.Split(':')[0]));
}
