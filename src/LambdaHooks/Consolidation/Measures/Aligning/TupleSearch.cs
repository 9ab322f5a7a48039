namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// Lists the tuples that may be part of a best alignment: those of which no unit would stand better alone.
/// </summary>
/// <remarks>
/// A tuple is grown from its first unit, annotator after annotator, nearest units first, along units whose dissimilarities stay below
/// the bound that a full tuple has. Where that finds too many, it is done again with a limit for each first unit.
/// </remarks>
internal sealed class TupleSearch
{
    private const int TuplesPerUnit = 256;
    private const int FreeTuples = 1 << 16;
    private const int MostTuples = 1 << 22;
    private const int StepsPerTuple = 16;
    private const int LimitedTuples = 48;
    private const int LimitedNeighbours = 32;
    private const long LimitedSteps = 8192;

    private readonly UnitTable units;
    private readonly Dissimilarity dissimilarity;
    private readonly CostScale scale;
    private readonly Neighbourhood neighbourhood;
    private readonly long partialBound;
    private readonly long[] nearest;
    private readonly List<int> found = [];
    private readonly List<int> offsets = [0];
    private readonly List<int> members = [];
    private readonly List<long> savings = [];
    private readonly int[] tuple;
    private readonly int[] ascending;
    private readonly long[] sums;
    private readonly long[] distances;
    private int[] candidates = [];
    private double[] candidateStarts = [];
    private long stepsLeft;
    private int tuplesLeft;
    private bool complete = true;

    private TupleSearch(UnitTable units, Dissimilarity dissimilarity, CostScale scale)
    {
        (this.units, this.dissimilarity, this.scale) = (units, dissimilarity, scale);
        partialBound = scale.BoundOf(units.Annotators);
        neighbourhood = new Neighbourhood(units, dissimilarity.Reach(partialBound / (double)scale.One));
        nearest = new long[units.Count * units.Annotators];
        Array.Fill(nearest, scale.One);
        tuple = new int[units.Annotators];
        ascending = new int[units.Annotators];
        sums = new long[units.Annotators];
        distances = new long[units.Annotators * units.Annotators];
    }

    public static TupleTable Run(UnitTable units, Dissimilarity dissimilarity, CostScale scale)
    {
        var search = new TupleSearch(units, dissimilarity, scale);
        var tuples = Math.Min(MostTuples, ((long)TuplesPerUnit * units.Count) + FreeTuples);
        if (!search.Grow(tuples, tuples * StepsPerTuple))
        {
            search = new TupleSearch(units, dissimilarity, scale);
            search.GrowLimited();
        }

        return search.Result();
    }

    private bool Grow(long tuples, long steps)
    {
        (tuplesLeft, stepsLeft) = ((int)tuples, steps);
        for (var unit = 0; unit < units.Count && complete; unit++)
        {
            GrowFrom(unit, int.MaxValue);
        }

        return complete;
    }

    private void GrowLimited()
    {
        for (var unit = 0; unit < units.Count; unit++)
        {
            (tuplesLeft, stepsLeft) = (LimitedTuples, LimitedSteps);
            GrowFrom(unit, LimitedNeighbours);
        }
    }

    private void GrowFrom(int unit, int neighbours)
    {
        found.Clear();
        complete &= neighbourhood.AddAfter(unit, neighbours, found);
        stepsLeft -= neighbours == int.MaxValue ? (long)found.Count * StepsPerTuple : 0;
        var count = KeepNear(unit);
        tuple[0] = unit;
        sums[0] = 0;
        Extend(1, 0, count);
    }

    /// <summary>Keeps what is near enough, ordered by annotator, then nearness, then unit.</summary>
    private int KeepNear(int unit)
    {
        if (candidates.Length < found.Count)
        {
            Array.Resize(ref candidates, found.Count * 2);
            Array.Resize(ref candidateStarts, found.Count * 2);
        }

        var count = 0;
        foreach (var other in found)
        {
            var distance = Distance(unit, other);
            if (distance < partialBound)
            {
                NoteNearest(unit, other, distance);
                candidates[count] = other;
                candidateStarts[count++] = ((double)units.Owners[other] * 2 * partialBound) + distance;
            }
        }

        Array.Sort(candidateStarts, candidates, 0, count);
        return count;
    }

    private void NoteNearest(int a, int b, long distance)
    {
        ref var ofA = ref nearest[(a * units.Annotators) + units.Owners[b]];
        ofA = Math.Min(ofA, distance);
        ref var ofB = ref nearest[(b * units.Annotators) + units.Owners[a]];
        ofB = Math.Min(ofB, distance);
    }

    private void Extend(int size, int from, int count)
    {
        for (var i = from; i < count; i++)
        {
            var unit = candidates[i];
            if (size > 1 && units.Owners[tuple[size - 1]] == units.Owners[unit])
            {
                continue;
            }

            if (--stepsLeft < 0 || tuplesLeft <= 0)
            {
                complete = false;
                return;
            }

            if (!TryAdd(unit, size))
            {
                continue;
            }

            Keep(size + 1);
            Extend(size + 1, i + 1, count);
            Remove(size);
        }
    }

    private bool TryAdd(int unit, int size)
    {
        var row = size * units.Annotators;
        long sum = 0;
        for (var i = 0; i < size; i++)
        {
            var distance = Distance(tuple[i], unit);
            sum += distance;
            if (sum >= partialBound || sums[i] + distance >= partialBound)
            {
                return false;
            }

            distances[row + i] = distance;
        }

        for (var i = 0; i < size; i++)
        {
            sums[i] += distances[row + i];
        }

        tuple[size] = unit;
        sums[size] = sum;
        return true;
    }

    private void Remove(int size)
    {
        var row = size * units.Annotators;
        for (var i = 0; i < size; i++)
        {
            sums[i] -= distances[row + i];
        }
    }

    private void Keep(int size)
    {
        var bound = scale.BoundOf(size);
        long twice = 0;
        for (var i = 0; i < size; i++)
        {
            if (sums[i] >= bound)
            {
                return;
            }

            twice += sums[i];
        }

        var saved = ((size - 1) * scale.Alone) + ((long)size * (size - 1) / 2 * scale.One) - (twice / 2);
        if (saved > 0)
        {
            // They are annotator after annotator here.
            tuple.AsSpan(0, size).CopyTo(ascending);
            Array.Sort(ascending, 0, size);
            members.AddRange(ascending.AsSpan(0, size));
            offsets.Add(members.Count);
            savings.Add(saved);
            tuplesLeft--;
        }
    }

    private long Distance(int a, int b) => scale.Of(dissimilarity.Of(
        units.Starts[a], units.Ends[a], units.Categories[a], units.Starts[b], units.Ends[b], units.Categories[b]));

    private TupleTable Result()
    {
        var most = new long[units.Count];
        for (var unit = 0; unit < most.Length; unit++)
        {
            most[unit] = scale.Alone;
            for (var i = 0; i < units.Annotators; i++)
            {
                most[unit] += scale.One - nearest[(unit * units.Annotators) + i];
            }
        }

        return new TupleTable([.. offsets], [.. members], [.. savings], most, complete);
    }
}
