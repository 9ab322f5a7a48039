namespace LambdaHooks.Cli.Consolidate;

/// <summary>What may be odd about a job.</summary>
internal static class NoticeKinds
{
    public const string UnreadableFiles = "files that could not be read";
    public const string Replaced = "objects in several files, of which the last counts";
    public const string WithoutId = "objects without an id, kept under rejected";
    public const string UnreadableLines = "manifest lines that could not be read";
    public const string LinesWithoutAnswers = "manifest lines that nobody answered";
    public const string NoSuchLine = "objects without a manifest line, written to labels.jsonl";
    public const string UnreadableLabels = "labels that could not be read back";
    public const string Warnings = "warnings of the hooks";
}
