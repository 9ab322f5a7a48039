using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

public class WordErrorRateTests
{
    [Theory]
    [InlineData("a b c d", "a b c d", 0)]
    [InlineData("Hello, world!", "hello world", 0)]
    [InlineData("a b c d", "a x c", 0.5)]
    [InlineData("a", "a b c", 2)]
    [InlineData("a b", "", 1)]
    [InlineData("", "", 0)]
    [InlineData(" ", "a b", 1)]
    [InlineData("我们好", "我们很好", 1 / 3.0)]
    public void EditsAreCountedByTheWordsOfTheReference(string reference, string hypothesis, double rate) =>
        Assert.Equal(rate, WordErrorRate.Between(reference, hypothesis), 1e-12);
}
