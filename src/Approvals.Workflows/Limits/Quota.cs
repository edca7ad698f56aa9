namespace Approvals.Workflows;

/// <summary>How many approvals a review needs: a number of people, or a share of those who sit in it.</summary>
internal readonly record struct Quota(int Count, Share? Part)
{
    /// <summary>How many of so many must approve; more than there are when the quota cannot be met.</summary>
    public int Of(int seats)
    {
        if (Part is not { } share)
        {
            return Count;
        }

        var needed = 1;
        while (needed <= seats && !share.IsReachedBy(needed, seats))
        {
            needed++;
        }

        return needed;
    }

    /// <summary>Reads a whole number from 1, or a share below 1 such as <c>0.5</c> or <c>2/3</c>.</summary>
    public static bool Read(FeelValue value, out Quota result)
    {
        result = default;
        if (ValueReaders.Whole(value, out var count) && count >= 1)
        {
            result = new Quota(count, null);
            return true;
        }

        if (!Share.Read(value, out var share) || share.Numerator <= 0)
        {
            return false;
        }

        result = new Quota(0, share);
        return true;
    }
}
