using Approvals.Domain.Studio.Variants;

namespace Approvals.Domain.Studio.Compare;

/// <summary>Tells which base a variant inherits from and what was set aside; the changes themselves are told by the files that they changed.</summary>
internal static class VariantComparison
{
    internal static void Compare(Told told, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var (old, @new) = (VariantFile.Read(before), VariantFile.Read(after));
        if (!old.IsSuccess || !@new.IsSuccess)
        {
            return;
        }

        var (was, now) = (old.Value, @new.Value);
        if ((was.Service, was.Number) != (now.Service, now.Number))
        {
            told.Add(DifferenceAct.Changed, told.Words.Text("variant.base"), Base(was), Base(now), "/base");
        }

        foreach (var added in now.SetAside.Where(s => was.SetAside.All(k => k.Id != s.Id)))
        {
            told.Add(DifferenceAct.Added, SetAside(told, added), place: "/setAside");
        }

        foreach (var gone in was.SetAside.Where(s => now.SetAside.All(k => k.Id != s.Id)))
        {
            told.Add(DifferenceAct.Removed, SetAside(told, gone), place: "/setAside");
        }
    }

    private static LocalText Base(Variant variant) => CompareWords.Plain($"{variant.Service} v{variant.Number}");

    private static LocalText SetAside(Told told, SetAsideChange change) =>
        told.Words.Text("variant.setAside", ("what", change.What.IsEmpty ? CompareWords.Plain(change.Command.File) : CompareWords.Joined(change.What)));
}
