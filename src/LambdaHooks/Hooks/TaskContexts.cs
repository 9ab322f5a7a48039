using System.Collections.Concurrent;
using System.Text;
using LambdaHooks.Answers;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>
/// Finds the context of a data object by the token its workers echo, and turns away answers that echo another: a worker who changes
/// the token is noticed.
/// </summary>
/// <param name="state">Where contexts are kept; null where none are.</param>
/// <param name="job">The request's job, lower case.</param>
internal sealed class TaskContexts(HookState? state, string job)
{
    private const string Mismatch = "context-mismatch: the answer echoes the token of another task";

    private readonly ConcurrentDictionary<string, Task<TaskContextWire?>> known = new(StringComparer.Ordinal);

    /// <summary>The answers that may be used, and the object's context in the draft where there is one.</summary>
    public async Task<List<(ReadOnlyMemory<byte> Content, Answer Answer)>> CheckAsync(
        List<(ReadOnlyMemory<byte> Content, Answer Answer)> answers, string? source, ObjectDraft draft, CancellationToken cancel)
    {
        string[] tokens = [.. answers
            .Where(a => a.Answer.Token is not null)
            .GroupBy(a => a.Answer.Token!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)];
        if (tokens.Length == 0)
        {
            if (answers.Exists(a => a.Answer.Preference is not null))
            {
                draft.Notices.Add("no-token: the page echoed no task token, so preferences give no pairs");
            }

            return answers;
        }

        var (token, context) = await ChooseAsync(tokens, source, draft, cancel).ConfigureAwait(false);
        draft.Context = context;
        var accepted = Accept(answers, token, draft);
        if (context is not null)
        {
            return CheckPreferences(accepted, context, draft);
        }

        draft.Notices.Add("no-context: the task's context was not found, so tokens and clip lengths are unchecked and preferences give no pairs");
        return accepted;
    }

    /// <summary>The most echoed token whose context fits the payload; else the most echoed one that has no context at all.</summary>
    private async Task<(string? Token, TaskContextWire? Context)> ChooseAsync(string[] tokens, string? source, ObjectDraft draft, CancellationToken cancel)
    {
        string? unknown = null;
        foreach (var token in tokens)
        {
            var context = await FindAsync(token, draft, cancel).ConfigureAwait(false);
            if (context is null)
            {
                unknown ??= token;
            }
            else if (context.Job == job && context.Source == source)
            {
                return (token, context);
            }
        }

        return (unknown, null);
    }

    private async Task<TaskContextWire?> FindAsync(string token, ObjectDraft draft, CancellationToken cancel)
    {
        try
        {
            return state is null ? null : await known.GetOrAdd(token, t => state.FindContextAsync(t, cancel)).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            draft.Notices.Add($"context-unavailable: {HookEvent.CodeOf(e.Message)}");
            return null;
        }
    }

    private static List<(ReadOnlyMemory<byte> Content, Answer Answer)> Accept(List<(ReadOnlyMemory<byte> Content, Answer Answer)> answers, string? token, ObjectDraft draft)
    {
        var (accepted, rejected) = (answers.Where(a => Fits(a.Answer)).ToList(), answers.Where(a => !Fits(a.Answer)));
        draft.Rejections.AddRange(rejected.Select(a => new Rejection(a.Answer.Worker, Mismatch, Encoding.UTF8.GetString(a.Content.Span))));
        return accepted;

        bool Fits(Answer answer) => answer.Token is null || answer.Token == token;
    }

    /// <summary>A preference must be about the task's candidates, and come with the task's token.</summary>
    private static List<(ReadOnlyMemory<byte> Content, Answer Answer)> CheckPreferences(
        List<(ReadOnlyMemory<byte> Content, Answer Answer)> answers, TaskContextWire context, ObjectDraft draft)
    {
        var candidates = context.Media.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return [.. answers.Select(a => a.Answer.Preference is null || ProblemOf(a.Answer, candidates) is not { } problem ? a : Without(a, problem))];

        (ReadOnlyMemory<byte> Content, Answer Answer) Without((ReadOnlyMemory<byte> Content, Answer Answer) a, string problem)
        {
            draft.Rejections.Add(new Rejection(a.Answer.Worker, problem, Encoding.UTF8.GetString(a.Content.Span)) { Part = "annotation.preference" });
            return (a.Content, a.Answer with { Preference = null });
        }
    }

    private static string? ProblemOf(Answer answer, HashSet<string> candidates) =>
        answer.Token is null ? "preference-without-token: a preference needs the task's token"
        : !candidates.SetEquals(answer.Preference!.Order) ? "unknown-candidates: order does not list the task's candidates"
        : null;
}
