namespace LambdaHooks.Media;

/// <summary>How many frames there are, by what the header claims and what the source holds.</summary>
internal static class WavExtent
{
    private const string NoSize = "the data size is not set; samples are read to the end of the file";

    /// <summary>Fills in where the samples are and how many.</summary>
    /// <param name="header">Format, channels and rate.</param>
    /// <param name="data">Where the samples begin, and the bytes that are claimed; null bytes for "to the end".</param>
    /// <param name="padding">The most bytes a writer may have filled up and counted; more left over are told of.</param>
    /// <param name="length">Length of the source, <see cref="IByteSource.UnknownLength"/> where it is not known.</param>
    public static WavHeader.Readable Of(WavHeader.Readable header, (long Offset, long? Size) data, int padding, long length)
    {
        if (length == IByteSource.UnknownLength)
        {
            return Forward(header with { DataOffset = data.Offset }, data.Size);
        }

        var present = Math.Max(0, length - data.Offset);
        var bytes = Math.Min(data.Size ?? present, present);
        var left = bytes % header.BytesPerFrame;
        return header with
        {
            DataOffset = data.Offset,
            Frames = bytes / header.BytesPerFrame,
            Notice = WavNotice.Join(header.Notice, NoticeOfSize(data.Size, present), left > padding ? $"the last {left} bytes are no whole frame and are left out" : null),
        };
    }

    /// <summary>Whoever writes into a pipe cannot know the size, so that it is not set is nothing odd there.</summary>
    private static WavHeader.Readable Forward(WavHeader.Readable header, long? size) => header with
    {
        Frames = (size ?? long.MaxValue) / header.BytesPerFrame,
        FramesKnown = size is not null,
    };

    private static string? NoticeOfSize(long? claimed, long present) =>
        claimed is null ? present > 0 ? NoSize : null
        : claimed > present ? $"the data chunk claims {claimed} bytes, {present} are there{(present > 0 ? "; those are used" : "")}"
        : null;
}
