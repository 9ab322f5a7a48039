using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class ForwardSourceTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 300_000).Select(i => unchecked((byte)(i * 31 / 7)))];

    [Theory]
    [InlineData(0, 10, 0, 300_000)]
    [InlineData(0, 65_536, 44, 200_000)]
    [InlineData(100, 65_536, 65_000, 100_000)]
    [InlineData(0, 10, 250_000, 60_000)]
    public async Task WhatWasReadLastCanBeReadOnFrom(int first, int firstLength, int second, int secondLength)
    {
        var source = new ForwardSource(new MemoryStream(Bytes));

        Assert.Equal(Expected(first, firstLength), await Read(source, first, firstLength));
        Assert.Equal(Expected(second, secondLength), await Read(source, second, secondLength));
    }

    /// <summary>A header's window may end with the beginning of a chunk whose rest the next window brings.</summary>
    [Fact]
    public async Task WhatTwoSmallReadsGaveCanBeReadOnFrom()
    {
        var source = new ForwardSource(new MemoryStream(Bytes));
        _ = await Read(source, 0, 65_536);
        _ = await Read(source, 65_536, 65_000);

        Assert.Equal(Expected(65_100, 200_000), await Read(source, 65_100, 200_000));
    }

    [Fact]
    public async Task AShortReadIsTheEnd()
    {
        var source = new ForwardSource(new MemoryStream(Bytes));

        Assert.Equal(10_000, (await Read(source, 290_000, 20_000)).Length);
        Assert.Empty(await Read(source, 400_000, 1));
    }

    [Fact]
    public async Task ReadingBackwardsIsAFault()
    {
        var source = new ForwardSource(new MemoryStream(Bytes));
        _ = await Read(source, 100_000, 100_000);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => Read(source, 0, 1));
    }

    private static byte[] Expected(int offset, int length) => Bytes[offset..Math.Min(Bytes.Length, offset + length)];

    private static async Task<byte[]> Read(ForwardSource source, int offset, int length)
    {
        var buffer = new byte[length];
        return buffer[..await source.ReadAsync(offset, buffer, TestContext.Current.CancellationToken)];
    }
}
