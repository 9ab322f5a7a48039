using System.Buffers;
using CsCheck;
using LambdaHooks.Datasets;

namespace LambdaHooks.Tests.Datasets;

public class ChunkedBytesTests
{
    [Fact]
    public void WhateverThePiecesAllBytesComeOutInOrder() => Gen.Byte.Array[0, 70_000].Array[0, 40].Sample(
        pieces =>
        {
            var bytes = new ChunkedBytes();
            foreach (var piece in pieces)
            {
                bytes.Write(piece);
            }

            Assert.Equal(pieces.SelectMany(p => p), bytes.ToArray());
        },
        iter: 50);

    [Fact]
    public void MoreThanWasGivenCannotBeTaken()
    {
        var bytes = new ChunkedBytes();
        var room = bytes.GetSpan(10).Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.Advance(room + 1));
    }
}
