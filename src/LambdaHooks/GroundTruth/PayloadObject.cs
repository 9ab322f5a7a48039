using System.Text;

namespace LambdaHooks.GroundTruth;

/// <summary>One data object of a consolidation request, before its answers are read.</summary>
/// <param name="Id">Its <c>datasetObjectId</c>.</param>
/// <param name="Source">Value of <c>dataObject.s3Uri</c> or <c>dataObject.content</c>; null where neither is there.</param>
/// <param name="SourceUri">Value of <c>dataObject.s3Uri</c> alone: the medium, where the object is one.</param>
/// <param name="Answers">Its answers, in the order they came.</param>
/// <param name="Problem">What makes the whole object unusable; null where it can be used.</param>
public sealed record PayloadObject(string Id, string? Source, string? SourceUri, IReadOnlyList<PayloadAnswer> Answers, string? Problem)
{
    /// <summary>Parts of the object that cannot be used, with what was written.</summary>
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];
}

/// <summary>One worker's answer as it came.</summary>
/// <param name="Worker">Opaque worker id; empty where the payload does not say.</param>
/// <param name="Utf8">The answer's text; null where it lies elsewhere.</param>
/// <param name="Uri">Where the answer's text lies; null where it came inline.</param>
public sealed record PayloadAnswer(string Worker, ReadOnlyMemory<byte>? Utf8, string? Uri)
{
    /// <summary>The answer's text; null where it lies elsewhere.</summary>
    public string? Content => Utf8 is { } text ? Encoding.UTF8.GetString(text.Span) : null;
}

/// <summary>The data objects of a payload.</summary>
/// <param name="Objects">Each id once, in the order of first sight.</param>
/// <param name="Unnamed">Elements without a readable <c>datasetObjectId</c>, which cannot be answered.</param>
public sealed record PayloadIndex(IReadOnlyList<PayloadEntry> Objects, IReadOnlyList<ReadOnlyMemory<byte>> Unnamed);

/// <summary>The bytes of one data object.</summary>
/// <param name="Id">Its <c>datasetObjectId</c>.</param>
/// <param name="Elements">The array elements that carry it; one, unless the payload repeats an id.</param>
public sealed record PayloadEntry(string Id, IReadOnlyList<ReadOnlyMemory<byte>> Elements);
