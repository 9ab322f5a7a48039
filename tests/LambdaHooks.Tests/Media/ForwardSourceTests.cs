using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class ForwardSourceTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 300_000).Select(i => unchecked((byte)(i * 31 / 7)))];

    private readonly ForwardSource source = new(new MemoryStream(Bytes));

    [Theory]
    [InlineData(10, 10, 290_000)]
    [InlineData(10, 11, 1)]
    [InlineData(65_536, 250_000, 50_000)]
    public async Task EachReadMayLieBehindTheOneBefore(int firstLength, int second, int secondLength)
    {
        Assert.Equal(Bytes[..firstLength], await Read(0, firstLength));
        Assert.Equal(Bytes.AsSpan(second, secondLength).ToArray(), await Read(second, secondLength));
    }

    [Fact]
    public async Task AShortReadIsTheEnd()
    {
        Assert.Equal(10_000, (await Read(290_000, 20_000)).Length);
        Assert.Empty(await Read(300_000, 1));
        Assert.Empty(await Read(400_000, 1));
    }

    [Fact]
    public async Task ReadingBackwardsIsAFault()
    {
        _ = await Read(100_000, 100_000);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => Read(199_999, 1));
    }

    private async Task<byte[]> Read(int offset, int length)
    {
        var buffer = new byte[length];
        return buffer[..await source.ReadAsync(offset, buffer, TestContext.Current.CancellationToken)];
    }
}
