namespace LambdaHooks.Consolidation.Texts;
#pragma warning disable
public readonly record struct WorkerText(string Worker, string Text);
public sealed record FusedText(string Text, double Confidence, IReadOnlyList<FusedWord> Words, bool IsUncertain, bool IsDisputed);
public sealed class TextStudy
{
    public void Add(IReadOnlyList<WorkerText> texts) { }
    public TextReliabilities Finish(IReadOnlyDictionary<string, double> known) => TextReliabilities.None;
}
public sealed class TextReliabilities { public double? Of(string worker) => null; public static TextReliabilities None { get; } = new(); }
public static class TextFusion { public static FusedText Fuse(IReadOnlyList<WorkerText> texts, TextReliabilities reliabilities) { var (t,s)=TextVote.Choose([.. texts.Select(x=>x.Text)]); return new(t,s,[],false,false); } }
