using System.Diagnostics;
using LambdaHooks.Consolidation;

namespace LambdaHooks.Hooks;

/// <summary>Consolidates a batch: first what it says about its workers, then each object by itself, on every core there is.</summary>
internal sealed class BatchConsolidation(ObjectGuard guard, string job, HookContext context)
{
    /// <summary>Fills the drafts that were read. Objects not reached before the deadline stay unfinished.</summary>
    public void Run(IReadOnlyList<ObjectDraft> drafts)
    {
        var reliability = new BatchReliability();
        ObjectDraft[] read = [.. drafts.Where(d => d.WasRead)];

        // One after the other: sums of fractions depend on their order, and the same payload must give the same bytes.
        foreach (var draft in read)
        {
            guard.Run(draft, () => reliability.Add(draft.Answers));
        }

        _ = Parallel.ForEach(read, (draft, loop) =>
        {
            if (context.Deadline.IsCancellationRequested)
            {
                loop.Stop();
            }
            else
            {
                Consolidate(draft, reliability);
            }
        });
    }

    private void Consolidate(ObjectDraft draft, BatchReliability reliability)
    {
        var started = Stopwatch.GetTimestamp();
        guard.Run(draft, () => Fill(draft, reliability));
        context.Log.Write(new HookEvent("object-consolidated")
        {
            Job = job,
            ObjectId = draft.Id,
            Count = draft.Answers.Answers.Count,
            Reason = draft.Error is null ? null : HookEvent.CodeOf(draft.Error),
            Duration = Stopwatch.GetElapsedTime(started),
        });
        draft.ForgetAnswers();
    }

    private static void Fill(ObjectDraft draft, BatchReliability reliability)
    {
        if (draft.Answers.Answers.Count == 0)
        {
            draft.Error = draft.Rejections.Count == 0 ? "no-answers: nobody answered" : "no-usable-answers: every answer was rejected";
            return;
        }

        draft.Consolidated = Consolidator.Consolidate(draft.Answers, reliability);
        draft.Error = null;
    }
}
