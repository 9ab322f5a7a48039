using System.Runtime.InteropServices;

namespace LambdaHooks.Consolidation.Texts;

/// <summary>What a batch of texts says about its writers.</summary>
/// <remarks>
/// Of every two workers it keeps how many words they wrote of the same things and how many of those differ: whole numbers, so that the
/// order of the items never matters, and no text. How reliable each is follows at the end, see <see cref="ReliabilityFit"/>.
/// </remarks>
public sealed class TextStudy
{
    private readonly Dictionary<(string A, string B), (long Edits, long Words)> pairs = [];

    /// <summary>Adds one item.</summary>
    /// <param name="texts">What everybody wrote of it, in any order; those who wrote nothing are passed over.</param>
    public void Add(IReadOnlyList<WorkerText> texts)
    {
        var writings = Writing.Of(texts, new Vocabulary());
        var (alignment, work) = (new EditAlignment(), TextDistances.WorkOfOne(writings.Length));
        for (var b = 1; b < writings.Length; b++)
        {
            for (var a = 0; a < b; a++)
            {
                if (writings[a].Worker != writings[b].Worker)
                {
                    var (edits, words) = TextDistances.Between(writings[a], writings[b], work, alignment);
                    ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (writings[a].Worker, writings[b].Worker), out _);
                    sum = (sum.Edits + edits, sum.Words + words);
                }
            }
        }
    }

    /// <summary>How far the texts of everybody seen so far can be believed.</summary>
    /// <param name="known">
    /// Reliabilities known from elsewhere, 0 to 1, by worker: they take the place of estimated ones, and the others are estimated from them.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A known reliability is not between 0 and 1.</exception>
    public TextReliabilities Finish(IReadOnlyDictionary<string, double> known)
    {
        var fit = new ReliabilityFit(pairs, known);
        return new TextReliabilities(fit.Estimated());
    }
}
