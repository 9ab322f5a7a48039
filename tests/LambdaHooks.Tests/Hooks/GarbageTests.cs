using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

/// <summary>Whatever comes in, a hook answers a list of all it could read, or refuses the request by name; nothing else.</summary>
public partial class GarbageTests
{
    private static readonly string[] Lines =
    [
        """{"source-ref":"s3://media/aaaa.wav","prompt":"p","tracks":[{"category":"c","segments":[{"start":0,"end":1}]}]}""",
        """{"source":"p7","candidates":[{"id":"a","source-ref":"s3://media/1.wav","model":"m1"},{"id":"b","source-ref":"s3://media/2.wav"}],"n":1.50,"lambdahooks":{}}""",
    ];

    [Fact]
    public async Task AWrongValueInOneObjectLeavesEveryOtherLabelAsItWas()
    {
        var batch = await GarbageBatch.MakeAsync();
        var whole = await ConsolidateAsync(batch, batch.Bytes);
        Assert.Equal(batch.Count, whole.Count);
        Assert.All(whole, l => Assert.DoesNotContain("\"error\"", l.Label));

        await ForEachSeedAsync(2000, async random =>
        {
            var touched = random.Next(batch.Count);
            var labels = await ConsolidateAsync(batch, batch.With(touched, new Mutator(random).Damage(batch.Object(touched))));

            Assert.Equal(labels.Count, labels.DistinctBy(l => l.Id).Count());
            Assert.Equal(whole[..touched], labels[..touched]);
            Assert.Equal(whole[(touched + 1)..], labels[^(batch.Count - touched - 1)..]);
            Assert.InRange(labels.Count, batch.Count - 1, batch.Count);
        });
    }

    [Fact]
    public async Task DamagedBytesLeaveEveryLabelBeforeThemAsItWas()
    {
        var batch = await GarbageBatch.MakeAsync();
        var whole = await ConsolidateAsync(batch, batch.Bytes);

        await ForEachSeedAsync(1500, async random =>
        {
            var (bytes, from) = new Mutator(random).Damage(batch.Bytes);
            if (from == 0)
            {
                return;
            }

            var labels = await ConsolidateAsync(batch, bytes);

            Assert.Equal(labels.Count, labels.DistinctBy(l => l.Id).Count());
            Assert.Equal(whole[..batch.CountBefore(from)], labels[..batch.CountBefore(from)]);
        });
    }

    [Fact]
    public async Task ADamagedRequestIsAnsweredWholeOrRefusedByName()
    {
        var batch = await GarbageBatch.MakeAsync();
        batch.Store[GarbageBatch.Payload] = batch.Bytes;
        var ids = (await ConsolidateAsync(batch, batch.Bytes)).Select(l => l.Id).ToArray();
        var refused = 0;

        await ForEachSeedAsync(1000, async random =>
        {
            var request = DamagedRequest(random, Bench.PostRequest(more: $$""","outputConfig":"{{Bench.JobFolder}}/annotations","kmsKeyId":"k","roleArn":"r" """));
            if (await AnswerAsync(batch.Post, request) is { } response)
            {
                var found = Bench.Labels(response).Select(l => l.Id).ToArray();
                Assert.True(found.Length == 0 || found.SequenceEqual(ids));
            }
            else
            {
                refused++;
            }
        });

        Assert.InRange(refused, 1, 999);
    }

    [Fact]
    public async Task ADamagedLineBecomesATaskOrIsRefusedByName()
    {
        var batch = await GarbageBatch.MakeAsync();
        var refused = 0;

        await ForEachSeedAsync(1000, async random =>
        {
            if (await AnswerAsync(batch.Pre, DamagedRequest(random, Bench.PreRequest(Lines[random.Next(Lines.Length)]))) is { } response)
            {
                AssertTask(response);
            }
            else
            {
                refused++;
            }
        });

        Assert.InRange(refused, 1, 999);
    }

    [Fact]
    public async Task ADamagedMediumBecomesATask()
    {
        var wav = Bench.Wav(500);

        await ForEachSeedAsync(500, async random =>
        {
            var batch = await GarbageBatch.MakeAsync();
            var bytes = random.Next(2) == 0 ? new Mutator(random).Damage(wav).Bytes : [.. new Mutator(random).Damage(wav[..44]).Bytes, .. wav[44..]];
            batch.Store[Bench.Uri("s3://media/aaaa.wav")] = bytes;

            AssertTask((await AnswerAsync(batch.Pre, Encoding.UTF8.GetBytes(Bench.PreRequest(Lines[0]))))!.Value);
        });
    }

    [Fact]
    public async Task ADamagedMemoryCostsNoTaskAndNoEntry() => await ForEachSeedAsync(200, async random =>
    {
        var batch = await GarbageBatch.MakeAsync();
        foreach (var uri in batch.Store.Uris.Where(u => u.Bucket == Bench.State.Bucket && !u.Key.EndsWith(".levels", StringComparison.Ordinal)).ToArray())
        {
            using var kept = JsonDocument.Parse(batch.Store[uri]);
            batch.Store[uri] = Encoding.UTF8.GetBytes(new Mutator(random).Damage(kept.RootElement));
        }

        AssertTask((await AnswerAsync(batch.Pre, Encoding.UTF8.GetBytes(Bench.PreRequest(Lines[0]))))!.Value);
        Assert.Equal(batch.Count, (await ConsolidateAsync(batch, batch.Bytes)).Count);
    });

    private static byte[] DamagedRequest(Random random, string request)
    {
        using var document = JsonDocument.Parse(request);
        return random.Next(2) == 0 ? new Mutator(random).Damage(Encoding.UTF8.GetBytes(request)).Bytes : Encoding.UTF8.GetBytes(new Mutator(random).Damage(document.RootElement));
    }

    /// <summary>The response, or null where the request was refused; any other exception is the test's failure.</summary>
    private static async Task<ReadOnlyMemory<byte>?> AnswerAsync(IHook hook, byte[] request)
    {
        try
        {
            return await hook.HandleAsync(request, HookContext.None);
        }
        catch (HookException refused)
        {
            Assert.NotEmpty(refused.Field);
            return null;
        }
    }

    /// <summary>
    /// The labels with the payload's hash taken out of the places they name, and without the figures that rest on the whole batch: one
    /// answer less says something about its worker.
    /// </summary>
    private static async Task<List<(string Id, string Label)>> ConsolidateAsync(GarbageBatch batch, byte[] payload)
    {
        batch.Store[GarbageBatch.Payload] = payload;
        var response = await batch.Post.HandleAsync(Encoding.UTF8.GetBytes(Bench.PostRequest()), HookContext.None);
        Assert.DoesNotContain("internal-error", Encoding.UTF8.GetString(response.Span));
        return [.. Bench.Labels(response).Select(l => (l.Id, PayloadHash().Replace(WithoutBatchFigures(l.Label.GetRawText()), "lambdahooks/")))];
    }

    private static string WithoutBatchFigures(string label)
    {
        var node = JsonNode.Parse(label, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!;
        Strip(node);
        return node.ToJsonString(new JsonSerializerOptions { MaxDepth = 1000 });
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in BatchFigures)
            {
                _ = members.Remove(name);
            }

            foreach (var (_, member) in members)
            {
                Strip(member);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Strip(item);
            }
        }
    }

    private static void AssertTask(ReadOnlyMemory<byte> response)
    {
        using var document = JsonDocument.Parse(response, new JsonDocumentOptions { MaxDepth = 1000 });
        var input = document.RootElement.GetProperty("taskInput");
        Assert.Equal(JsonValueKind.True, document.RootElement.GetProperty("isHumanAnnotationRequired").ValueKind);
        Assert.Single(input.EnumerateObject(), m => m.Name == "lambdahooks");
        Assert.NotEmpty(Bench.Media(input));
        Assert.All(Bench.Media(input), m => Assert.True(m.TryGetProperty("url", out _) || m.TryGetProperty("reason", out _)));
        Assert.InRange(input.GetRawText().Length, 1, PreAnnotationResponse.MostCharacters);
    }

    private static async Task ForEachSeedAsync(int seeds, Func<Random, Task> check)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            try
            {
                await check(new Random(seed));
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }
    }

    private static readonly string[] BatchFigures =
    [
        "confidence", "posterior", "words", "flags", "review", "rating", "reliability", "sharedTracks", "labelAccuracy", "textReliability", "lagSeconds", "copies",
    ];

    [GeneratedRegex("lambdahooks/[0-9a-f]{64}/")]
    private static partial Regex PayloadHash();
}
