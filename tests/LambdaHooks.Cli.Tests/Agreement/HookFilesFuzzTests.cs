using System.Text;
using LambdaHooks.Cli.Agreement;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Tests.Agreement;

/// <summary>Whatever a JSON file of the hooks holds, it is read, or refused in the reader's own words.</summary>
public class HookFilesFuzzTests
{
    private const int Cases = 10_000;

    private static readonly string[] Responses = ["own-decoded", "choice", "checkboxes", "number"];

    private static readonly string[] Parts = ["null", "[]", "{}", "-1", "1e400", "\"\"", "\"\\ud800\"", "true", "\"workers\"", "\"version\":1,", "]", "}", "\u0000"];

    [Fact]
    public void NoDamageEscapesTheReader()
    {
        string[] seeds =
        [
            .. Responses.Select(e => File.ReadAllText(Checkout.Path("events", "post-annotation", $"{e}.expected.json"))),
            LabelOf(File.ReadAllText(Checkout.Path("events", "post-annotation", "own-decoded.expected.json"))),
            """[{"datasetObjectId": "0", "dataObject": {"content": "x"}, "annotations": [{"workerId": "a", "annotationData": {"content": "{\"mood\": {\"label\": \"good\"}}"}}]}]""",
            """{"schema": "lambdahooks/answer/1", "tracks": [{"category": "d", "segments": [{"start": 1, "end": 2, "labels": ["x"]}]}], "none": ["n"], "clip": {"m": 3}}""",
        ];
        var random = new Random(20261122);
        for (var i = 0; i < Cases; i++)
        {
            var text = Damaged(seeds[random.Next(seeds.Length)], random);
            try
            {
                new HookFiles(new AnnotationDraft(), []).TryRead(new AnnotationSource("a.json", Encoding.UTF8.GetBytes(text)) { Stem = "a" });
            }
            catch (AnnotationException)
            {
                // Its own word.
            }
            catch (Exception e)
            {
                Assert.Fail($"{e}\n{text}");
            }
        }
    }

    /// <summary>The label of the response's one object.</summary>
    private static string LabelOf(string response) => response[response.IndexOf('{', response.IndexOf("Speech-Defects", StringComparison.Ordinal))..(response.LastIndexOf(']') - 1)];

    private static string Damaged(string text, Random random)
    {
        for (var turn = random.Next(1, 4); turn > 0; turn--)
        {
            // Values and members are replaced where they start, so that most files stay JSON.
            var at = random.Next(text.Length);
            var colon = text.IndexOf(':', at);
            var end = colon < 0 ? -1 : text.IndexOfAny([',', '}', ']', '\n'], colon);
            text = random.Next(4) == 0 || end < 0
                ? text[..at] + Parts[random.Next(Parts.Length)] + text[Math.Min(text.Length, at + random.Next(4))..]
                : string.Concat(text.AsSpan(0, colon + 1), Parts[random.Next(8)], text.AsSpan(end));
        }

        return text;
    }
}
