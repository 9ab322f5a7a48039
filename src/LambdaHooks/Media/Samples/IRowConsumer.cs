namespace LambdaHooks.Media;

/// <summary>Takes rows of samples, run by run.</summary>
internal interface IRowConsumer
{
    /// <summary>A run of consecutive frames begins.</summary>
    void Begin(long frame);

    /// <summary>The next samples of a row; every row gets the same frames before the next ones come.</summary>
    void Add(int row, ReadOnlySpan<short> samples);

    /// <summary>The run ends.</summary>
    void End();
}
