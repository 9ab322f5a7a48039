namespace LambdaHooks.Consolidation.Texts;

/// <summary>Makes one text of several workers' texts of the same thing.</summary>
/// <remarks>
/// <para>
/// Words are compared as NFKC_Casefold makes them, without outer punctuation; in scripts without spaces characters are. Those who wrote
/// nothing are passed over where somebody wrote: a blank field says that it was skipped more often than that nobody spoke. One text is
/// copied. Texts with the same words give the form in which most wrote them. Of two that differ one is taken whole, the more reliable
/// writer's; where nothing says whose that is, the one with more words, then the longer one, then the ordinally first, marked uncertain.
/// Three or more are merged word by word (see <see cref="TextMerge"/>), each with the square of its writer's reliability. Where a pair of
/// them differs in more than half of its words on average they are marked disputed, and merged only where most of the weight stands
/// behind every merged word; else the text nearest to all is taken whole.
/// </para>
/// <para>
/// The order of the texts changes nothing. Time and memory grow with the length of the texts and, up to a fixed bound, with their
/// difference: beyond it they are too different to be merged, and the one nearest to all is taken and marked disputed.
/// </para>
/// </remarks>
public static class TextFusion
{
    /// <summary>Mean share of differing words of two texts from which on merging them would make up a text that nobody wrote.</summary>
    private const double MostDifference = 0.5;

    /// <summary>Share of weight behind a word of disputed texts up to which the merged text is one that nobody wrote.</summary>
    private const double LeastSupport = 0.5;

    /// <summary>Fuses the texts.</summary>
    /// <param name="texts">Who wrote what, in any order; none is allowed and gives an empty text.</param>
    /// <param name="reliabilities">What is known of the writers.</param>
    public static FusedText Fuse(IReadOnlyList<WorkerText> texts, TextReliabilities reliabilities)
    {
        if (AllWrote(texts) is { } same)
        {
            return Certain(same, 1);
        }

        var vocabulary = new Vocabulary();
        var writings = Writing.Of(texts, vocabulary);
        if (writings.Length < 2)
        {
            return writings is [var alone] ? Certain(alone.Text, reliabilities.Of(alone.Worker) ?? 1) : Certain(NothingWritten(texts), 1);
        }

        var weights = TextWeights.Of(writings, reliabilities);
        if (Array.TrueForAll(writings, w => w.SaysTheSameAs(writings[0])))
        {
            return Certain(WholeText.MostWritten(writings.Select((w, i) => (w.Text, weights[i]))), 1);
        }

        var alignment = new EditAlignment();
        if (Agreed(writings, weights) is { } agreed)
        {
            return Whole(writings, weights, agreed, alignment);
        }

        var distances = new TextDistances(writings, alignment);
        var isDisputed = distances.Mean(weights) > MostDifference;
        return writings.Length == 2
            ? OneOfTwo(writings, weights, alignment, isDisputed)
            : Merged(writings, weights, vocabulary, distances, alignment, isDisputed);
    }

    /// <summary>The text that two or more wrote, all of them the same; null where they did not, or wrote nothing.</summary>
    private static string? AllWrote(IReadOnlyList<WorkerText> texts)
    {
        for (var i = 1; i < texts.Count; i++)
        {
            if (texts[i].Text != texts[0].Text)
            {
                return null;
            }
        }

        return texts.Count < 2 || string.IsNullOrWhiteSpace(texts[0].Text) ? null : texts[0].Text;
    }

    /// <summary>
    /// The text whose words more than half of the weight wrote alike, in the form that weighs most; null where there is none. Merging would
    /// come to the same words, since no other has a majority anywhere.
    /// </summary>
    private static int? Agreed(Writing[] writings, long[] weights)
    {
        var all = weights.Sum();
        for (var first = 0; first < writings.Length; first++)
        {
            var (behind, best) = (0L, first);
            for (var i = 0; i < writings.Length; i++)
            {
                if (writings[i].SaysTheSameAs(writings[first]))
                {
                    behind += weights[i];
                    best = weights[i] > weights[best] ? i : best;
                }
            }

            if (behind * 2 > all && writings.Length > 2)
            {
                return best;
            }
        }

        return null;
    }

    private static FusedText Certain(string text, double confidence) => new(text, confidence, [], false, false);

    /// <summary>White space as it was written, where all wrote no more than that.</summary>
    private static string NothingWritten(IReadOnlyList<WorkerText> texts) =>
        texts.Count == 0 ? "" : WholeText.MostWritten(texts.Select(t => (t.Text ?? "", 1L)));

    private static FusedText OneOfTwo(Writing[] writings, long[] weights, EditAlignment alignment, bool isDisputed)
    {
        var chosen = weights[0] != weights[1] ? (weights[0] > weights[1] ? 0 : 1) : Fuller(writings[0], writings[1]) ? 0 : 1;
        return Whole(writings, weights, chosen, alignment) with { IsUncertain = weights[0] == weights[1], IsDisputed = isDisputed };
    }

    private static bool Fuller(Writing one, Writing other)
    {
        var order = one.Keys.Length.CompareTo(other.Keys.Length);
        order = order != 0 ? order : one.Text.Length.CompareTo(other.Text.Length);
        return (order != 0 ? order : string.CompareOrdinal(other.Text, one.Text)) >= 0;
    }

    private static FusedText Merged(
        Writing[] writings, long[] weights, Vocabulary vocabulary, TextDistances distances, EditAlignment alignment, bool isDisputed)
    {
        var pivot = Pivot(writings, weights, distances);
        var hopeless = isDisputed && writings[pivot].Keys.Length > TextStretches.Whole;
        var words = hopeless ? null : new TextMerge(writings, weights, vocabulary).Words(pivot, alignment);
        if (words is not { Count: > 0 } || (isDisputed && words.Any(w => w.Confidence <= LeastSupport)))
        {
            return Whole(writings, weights, pivot, alignment) with { IsDisputed = true };
        }

        return new FusedText(
            InOneForm(writings, weights, Wording.Of(writings, words)),
            words.Average(w => w.Confidence),
            [.. words.Select(w => new FusedWord(writings[w.Writer].Word(w.Token).ToString(), w.Confidence))],
            false,
            isDisputed);
    }

    /// <summary>The text nearest to all; of equal ones the weightiest writer's, then the fuller one.</summary>
    private static int Pivot(Writing[] writings, long[] weights, TextDistances distances)
    {
        var nearness = Enumerable.Range(0, writings.Length).Select(w => distances.ToAll(w, weights)).ToArray();
        var best = 0;
        for (var i = 1; i < writings.Length; i++)
        {
            var order = nearness[best].CompareTo(nearness[i]);
            order = order != 0 ? order : weights[i].CompareTo(weights[best]);
            best = order > 0 || (order == 0 && !Fuller(writings[best], writings[i])) ? i : best;
        }

        return best;
    }

    private static FusedText Whole(Writing[] writings, long[] weights, int chosen, EditAlignment alignment)
    {
        var words = WholeText.Words(writings, weights, chosen, alignment);
        return new FusedText(writings[chosen].Text, words.Average(w => w.Confidence), words, false, false);
    }

    /// <summary>What somebody wrote as a whole is given as they wrote it, white space at its ends included.</summary>
    private static string InOneForm(Writing[] writings, long[] weights, string text)
    {
        var whole = writings.Select((w, i) => (w.Text, Weight: weights[i])).Where(w => w.Text.AsSpan().Trim().SequenceEqual(text)).ToArray();
        return whole.Length == 0 ? text : WholeText.MostWritten(whole);
    }
}
