using System.Globalization;
using System.Text.Json;

namespace LambdaHooks.Cli.Tests.Consolidate;

/// <summary>
/// A small job with everything that consolidation tells of: three workers who look, one who marks at random, one whom somebody left out,
/// tracks of each kind, a segment that one worker made of two, one that only one marked, words, stars, a gold answer, two iterations.
/// </summary>
internal static class WholeJob
{
    public const int Objects = 14;

    public const string Known = """
        {
          "reliabilities": {"cam": 0.95},
          "exclude": ["dan"],
          "tracks": {"scene": "partition", "click": "points"},
          "gold": {"3": {"crowd-image-classifier": {"label": "good"}}}
        }
        """;

    private static readonly string[] Workers = ["ann", "ben", "cam", "dan", "eve"];
    private static readonly string[] Labels = ["speech", "music", "noise"];

    /// <summary>Puts the answers as Ground Truth keeps them, and the file of what is known.</summary>
    /// <returns>The path of what is known.</returns>
    public static string Put(ConsolidateHere here)
    {
        for (var o = 0; o < Objects; o++)
        {
            foreach (var worker in Workers)
            {
                var content = Content(o, worker);
                here.PutResponse(o % 2 == 0 ? "iteration-1" : "iteration-2", $"{o}", (worker, content));
            }
        }

        // What the second iteration replaces.
        here.PutResponse("iteration-1", "1", ("ann", ConsolidateHere.Choice("replaced")));
        return here.Put("known.json", Known);
    }

    private static string Content(int o, string worker)
    {
        var tracks = string.Join(',', Track("sound", Sounds(o, worker)), Track("scene", Scenes(o, worker)), Track("click", Clicks(o, worker)));
        var answer = $$$"""{"schema":"lambdahooks/answer/1","token":"","tracks":[{{{tracks}}}],"clip":{}}""";
        return $$"""
            {"annotation":{{JsonSerializer.Serialize(answer)}},"crowd-image-classifier":{"label":"{{Choice(o, worker)}}"},"naturalness":{{Stars(o, worker)}},"transcription":{{JsonSerializer.Serialize(Words(o, worker))}}}
            """.Trim();
    }

    private static IEnumerable<string> Sounds(int o, string worker)
    {
        var lean = Lean(o, worker);
        for (var i = 0; i < 4; i++)
        {
            var (start, end) = (1 + (5 * i) + lean, 4.5 + (5 * i) + (2 * lean));
            if (worker == "eve")
            {
                yield return Segment(i, ((o * 7) + (i * 5)) % 17, (((o * 7) + (i * 5)) % 17) + 0.7, Labels[(o + i) % 2]);
            }
            else if (worker == "ann" && o == 2 && i < 2)
            {
                // One mark where the others have two.
                if (i == 0)
                {
                    yield return Segment(0, 1, 9.5, "speech");
                }
            }
            else
            {
                yield return Segment(i, start, end, worker == "ben" && i == 3 && o % 3 == 0 ? "noise" : Labels[(o + i) % 3]);
            }
        }

        if (worker == "ben" && o % 4 == 0)
        {
            yield return Segment(9, 20.5, 21.5, "noise");
        }
    }

    private static IEnumerable<string> Scenes(int o, string worker)
    {
        double[] cuts = worker == "eve" ? [0, 3, 22] : [0, 7 + Lean(o, worker), 14 - Lean(o, worker), 22];
        return cuts.Zip(cuts.Skip(1)).Select((c, i) => Segment(i, c.First, c.Second, worker == "eve" ? "drive" : i == 1 ? "talk" : "walk"));
    }

    private static IEnumerable<string> Clicks(int o, string worker) =>
        worker == "eve" ? [] : ((double[])[2, 8, 15.5]).Select((t, i) => Segment(i, t + (Lean(o, worker) / 4), t + (Lean(o, worker) / 4), "click"));

    private static string Choice(int o, string worker) => worker == "eve" ? "good" : (o % 3 == 0) == (worker == "ben" && o % 5 == 0) ? "bad" : "good";

    private static int Stars(int o, string worker) => worker switch { "eve" => 5, "ben" => 1 + (o % 4), _ => 2 + (o % 4) };

    private static string Words(int o, string worker) => worker switch
    {
        "eve" => $"asdf {o}",
        "ben" when o % 2 == 0 => $"they may dessert us in the desert of {o} suns",
        "cam" when o % 3 == 0 => $"they may desert us in the dessert of {o} suns",
        _ => $"they may desert us in the desert of {o} suns",
    };

    /// <summary>Where a worker differs from another, tenths of a second at most, always the same.</summary>
    private static double Lean(int o, string worker) => (((o * 31) + (worker[0] * 17)) % 13 / 100.0) + (worker == "ben" && o == 5 ? 0.9 : 0);

    private static string Track(string category, IEnumerable<string> segments) =>
        $$"""{"id":"{{category}}","category":"{{category}}","label":null,"media":"source","opened":true,"segments":[{{string.Join(',', segments)}}]}""";

    private static string Segment(int i, double start, double end, string label) => string.Create(
        CultureInfo.InvariantCulture, $$$"""{"id":"s{{{i}}}","start":{{{start:0.###}}},"end":{{{end:0.###}}},"labels":["{{{label}}}"],"text":"","attributes":{}}""");
}
