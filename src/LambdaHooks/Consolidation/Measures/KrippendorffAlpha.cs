namespace LambdaHooks.Consolidation.Measures;

/// <summary>Krippendorff's alpha: 1 is full agreement, 0 what chance gives, below 0 systematic disagreement.</summary>
public static class KrippendorffAlpha
{
    /// <summary>For categories: values are equal or not.</summary>
    /// <param name="units">For each unit the values it was given, missing ones left out.</param>
    public static Measure Nominal(IReadOnlyList<IReadOnlyList<string>> units) => throw new NotImplementedException();

    /// <summary>For ranks: what lies between two values counts.</summary>
    /// <param name="units">For each unit the values it was given, missing ones left out.</param>
    public static Measure Ordinal(IReadOnlyList<IReadOnlyList<double>> units) => throw new NotImplementedException();

    /// <summary>For numbers: the squared difference counts.</summary>
    /// <param name="units">For each unit the values it was given, missing ones left out.</param>
    public static Measure Interval(IReadOnlyList<IReadOnlyList<double>> units) => throw new NotImplementedException();

    /// <summary>For sets, by the MASI distance (Passonneau 2006).</summary>
    /// <param name="units">For each unit the sets it was given, missing ones left out.</param>
    public static Measure Masi(IReadOnlyList<IReadOnlyList<IReadOnlySet<string>>> units) => throw new NotImplementedException();
}
