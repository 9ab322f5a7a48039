using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Tests.Consolidation.Labels;

public class NumberSpreadTests
{
    [Theory]
    [InlineData(true, new double[] { 1, 1, 5, 5 })]
    [InlineData(true, new double[] { 2, 2, 4, 4, 4 })]
    [InlineData(true, new double[] { 1, 2, 4, 5 })]
    [InlineData(false, new double[] { 0, 2, 4, 4 })]
    [InlineData(false, new double[] { 1, 2, 3, 4, 5 })]
    [InlineData(false, new double[] { 2, 2, 3, 3 })]
    [InlineData(false, new double[] { 1, 5 })]
    [InlineData(false, new double[] { 1, 5, 5, 5 })]
    [InlineData(false, new double[] { 0, 2.5, 5, 5 })]
    public void TwoCampsAreTwoOnEachSideFurtherApartThanEitherIsWide(bool expected, double[] sorted) => Assert.Equal(expected, NumberSpread.IsTwoCamps(sorted));

    [Theory]
    [InlineData(2, 1, new double[] { 1, 2, 10 })]
    [InlineData(2.5, 1.5, new double[] { 1, 4 })]
    [InlineData(7, 0, new double[] { 7 })]
    [InlineData(0, double.MaxValue, new[] { -double.MaxValue, double.MaxValue })]
    public void TheMiddleIsTheMedianWithItsDeviation(double median, double deviation, double[] sorted) => Assert.Equal((median, deviation), NumberSpread.Middle(sorted));

    [Fact]
    public void OneNumberHasNoDeviation() => Assert.Null(NumberSpread.Deviation([3]));
}
