namespace Approvals.Web.Tests.BadInput;

/// <summary>Whose thing an address names.</summary>
internal enum Thing
{
    /// <summary>Nobody's in particular.</summary>
    None,

    /// <summary>Something open to everybody.</summary>
    Public,

    Draft,
    Document,
    Letter,
    Case,
    Correction,
    Task,
    Phrase,

    /// <summary>A view of the inbox that somebody saved.</summary>
    View,

    /// <summary>A waiting list, and what hangs on it.</summary>
    List,
    Quota,
    Entry,
    Offer,
    Resource,
    Booking,
    Relative,

    /// <summary>Somebody's ledger of presence, an entry of it, and a document that shows one.</summary>
    Presence,
    PresenceEntry,
    PresenceProof,

    /// <summary>A key, and where its owner is told.</summary>
    Key,
    Webhook,
    Delivery,

    /// <summary>What only a role may touch; <see cref="Row.Outsider"/> has none.</summary>
    Office,
}

/// <summary>What the tests of bad input need to know of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="By">Somebody who may ask for it; null where nobody need be signed in.</param>
/// <param name="Thing">Whose thing its address names.</param>
/// <param name="Body">A body that is well formed.</param>
internal sealed record Row(string Operation, string? By, Thing Thing = Thing.None, object? Body = null)
{
    /// <summary>Somebody of the same kind to whom the thing does not belong.</summary>
    public string Outsider => Thing is Thing.Task ? "he.jing" : Thing is Thing.Phrase or Thing.View ? "gao.xiang" : "li.ruolan";

    public override string ToString() => Operation;
}
