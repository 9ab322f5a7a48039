using System.Text;
using System.Text.Unicode;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Reads one data object's answers: fetches what lies elsewhere, checks tokens, and names every answer it does not use.</summary>
internal sealed class AnswerIntake(IObjectStore store, TaskContexts contexts)
{
    private const long MostAnswerBytes = 64 << 20;

    /// <summary>Fills the draft. Never throws for what the payload says or for what a store refuses.</summary>
    public async Task ReadAsync(ObjectDraft draft, PayloadEntry entry, CancellationToken cancel)
    {
        var read = Payload.Read(entry);
        draft.SourceUri = read.SourceUri;
        draft.Rejections.AddRange(read.Rejections);
        if (read.Problem is { } problem)
        {
            draft.Error = problem;
            draft.Rejections.AddRange(read.Answers.Where(a => a.Content is not null).Select(a => new Rejection(a.Worker, problem, a.Content!)));
            return;
        }

        var fetched = await FetchAsync(read.Answers, draft, cancel).ConfigureAwait(false);
        var texts = new TextPool();
        var answers = fetched.Select(f => (f.Content, Read: AnswerReader.Read(f.Worker, f.Content, texts))).ToList();
        draft.Rejections.AddRange(answers.SelectMany(a => a.Read.Rejections));
        var usable = answers.Where(a => a.Read.Answer is not null).Select(a => (a.Content, Answer: a.Read.Answer!)).ToList();
        usable = LastOfEachWorker(usable, draft);
        usable = await contexts.CheckAsync(usable, read.Source, draft, cancel).ConfigureAwait(false);
        draft.Answers = new ObjectAnswers(draft.Id, [.. usable.Select(a => TrackFitting.Fit(a.Answer, draft))]).Measured();
        draft.WasRead = true;
    }

    private async Task<List<(string Worker, ReadOnlyMemory<byte> Content)>> FetchAsync(IReadOnlyList<PayloadAnswer> answers, ObjectDraft draft, CancellationToken cancel)
    {
        var fetched = new List<(string Worker, ReadOnlyMemory<byte> Content)>();
        foreach (var answer in answers)
        {
            if (answer.Utf8 is { } inline)
            {
                fetched.Add((answer.Worker, inline));
            }
            else if (!ObjectUri.TryParse(answer.Uri, out var uri))
            {
                draft.Rejections.Add(new Rejection(answer.Worker, "unreadable-answer: s3Uri is not s3://bucket/key", answer.Uri ?? ""));
            }
            else if (await TryFetchAsync(answer.Worker, uri, draft, cancel).ConfigureAwait(false) is { } content)
            {
                fetched.Add((answer.Worker, content));
            }
        }

        return fetched;
    }

    private async Task<ReadOnlyMemory<byte>?> TryFetchAsync(string worker, ObjectUri uri, ObjectDraft draft, CancellationToken cancel)
    {
        try
        {
            return Readable(await store.ReadAllAsync(uri, MostAnswerBytes, cancel).ConfigureAwait(false));
        }
        catch (StoreException e)
        {
            draft.Rejections.Add(new Rejection(worker, e.Message, uri.ToString()));
            return null;
        }
    }

    /// <summary>Bytes that are no UTF-8 become replacement characters, so that the rest can be read.</summary>
    private static byte[] Readable(byte[] text) => Utf8.IsValid(text) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text));

    private static List<(ReadOnlyMemory<byte> Content, Answer Answer)> LastOfEachWorker(List<(ReadOnlyMemory<byte> Content, Answer Answer)> answers, ObjectDraft draft)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < answers.Count; i++)
        {
            if (last.TryGetValue(answers[i].Answer.Worker, out var earlier))
            {
                draft.Rejections.Add(new Rejection(answers[i].Answer.Worker, "repeated-worker: a later answer of the same worker is used", Encoding.UTF8.GetString(answers[earlier].Content.Span)));
            }

            last[answers[i].Answer.Worker] = i;
        }

        return [.. last.Values.Order().Select(i => answers[i])];
    }
}
