namespace LambdaHooks.Cli.Agreement;

/// <summary>What the help tells of the inputs and of the JSON.</summary>
internal static class AgreementHelp
{
    /// <summary>What may be named, and how it is read.</summary>
    public const string Inputs = """
        Files, or folders of files. annotator=file, or annotator=folder, says whose they are; else a file that does not say so itself is
        whose name it bears. Files that are one annotator's and name no clip are all of one clip; where somebody has several such files,
        each is of the clip it is named after. A file that names several annotators but no clip is a clip of its own. Formats, by
        their ending, else by how they start, in UTF-8, or UTF-16 with a byte order mark:
        - Tables, divided by comma, semicolon or tab, quoted as in RFC 4180, numbers with a dot: annotator,label,start,end or
          worker,task,label; or any order below a header that names annotator or worker, label or category, start with end or duration,
          file or clip or item, tier or track, text. Without times they are labels of items, and a header that knows only item or
          annotator, first, heads a matrix. a|b is a set. A row with neither times nor label: its annotator found nothing there.
        - RTTM: SPEAKER lines, the file id being the clip; names must mean the same in all files.
        - TextGrid of Praat: each tier is an annotator, or a track where the annotator was named.
        - Label tracks, divided by tabs: start, end, label as Audacity exports them; or start, label, where a section ends where the next
          begins and the last line ends the clip. CLIP.ANNOTATOR.txt says both by its name. Of a folder, *.txt with --format labels.
        - JSON: [{"file", "annotator", "track", "start", "end", "label", "text"}, …], where an entry without times is a label of the whole
          file; consolidation requests; labels of the hooks, with their evidence; answers of the hooks' own page.
        """;

    /// <summary>What is written as JSON.</summary>
    public const string Json = """
        Write one JSON object with the same figures: tracks [{track, clips, annotators, segments, f1At50, f1At75, overlap, gamma, gammaCat,
        observedDisorder, expectedDisorder, samples, alpha}], all (the same over several tracks), labels [{track, items, annotators,
        answers, level, alpha}], settings {alpha, beta, deltaEmpty, samples, seed, resamples}, notices. A measure is {value, low, high, over}
        or, where it is not defined, {reason, over}: low and high enclose 95 % of the resampled values, over is how many units it rests on.
        """;
}
