using CsCheck;
using LambdaHooks.Consolidation;

namespace LambdaHooks.Tests.Consolidation;

public class MedianTests
{
    private static readonly Gen<long[]> Values = Gen.OneOf(Gen.Long[-5, 5], Gen.Long[-1_000_000_000_000, 1_000_000_000_000]).Array[1, 100];

    [Fact]
    public void SelectingFindsWhatSortingFinds() => Values.Sample(values =>
    {
        double[] sorted = [.. values.Order().Select(v => (double)v)];

        Assert.Equal(Median.Of(sorted), Median.OfUnsorted(values));
    });

    [Fact]
    public void FewAreSortedAsManyAre() => Values.Sample(values =>
    {
        long[] sorted = [.. values.Order()];

        Median.Sort(values);

        Assert.Equal(sorted, values);
    });
}
