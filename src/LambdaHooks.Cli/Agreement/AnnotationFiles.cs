using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Reads files of annotations, of other programs and of the hooks.</summary>
/// <param name="format">Format of all files; null where each says its own.</param>
internal sealed class AnnotationFiles(AnnotationFormat? format)
{
    private readonly List<string> notices = [];

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<string> Notices => notices;

    /// <summary>Reads all files into one set.</summary>
    /// <exception cref="AnnotationException">One of them cannot be used, or there is nothing in any.</exception>
    public AnnotationSet Read(IReadOnlyList<AnnotationInput> inputs, CancellationToken cancel)
    {
        var draft = new AnnotationDraft();
        foreach (var input in inputs)
        {
            cancel.ThrowIfCancellationRequested();
            Read(input, draft);
        }

        var set = draft.Finish();
        return set.Tracks.Count + set.Labels.Count > 0 ? set : throw new AnnotationException(inputs[0].About.Name, null, "no annotation in it, nor in the other inputs");
    }

    private void Read(AnnotationInput input, AnnotationDraft draft)
    {
        if (new FileInfo(input.Path).Length > AnnotationSource.MostBytes)
        {
            throw new AnnotationException(input.Path, null, "larger than 256 MiB");
        }

        var source = input.About with { Bytes = File.ReadAllBytes(input.Path) };
        var form = format ?? AnnotationFormats.Of(source, Path.GetExtension(input.Path));
        if (form != AnnotationFormat.Json || !new HookFiles(draft, notices).TryRead(source))
        {
            AnnotationFormats.Read(source, form, draft);
        }
    }
}
