namespace Approvals.Domain.Residency;

/// <summary>What shows that somebody was there.</summary>
public enum ProofKind
{
    /// <summary>A tax record (个税扣缴).</summary>
    Tax,

    /// <summary>A bank record (银行流水).</summary>
    Bank,

    /// <summary>A record of travel (交通出行).</summary>
    Travel,

    /// <summary>A record of the border (出入境).</summary>
    Border,

    /// <summary>An attendance sheet sealed by the employer (盖章考勤表).</summary>
    Attendance,

    /// <summary>A work log (工作日志).</summary>
    Log,
}

/// <summary>How much the proofs of a stay say; each class by itself, as one stay may have several.</summary>
[Flags]
public enum ProofClasses
{
    /// <summary>They prove nothing by themselves.</summary>
    None = 0,

    /// <summary>A tax or bank record together with a travel or border record: each day counts.</summary>
    A = 1,

    /// <summary>A sealed attendance sheet: a day counts in a month with a work log.</summary>
    B = 2,

    /// <summary>A work log: supports attendance sheets, counts nothing alone.</summary>
    C = 4,
}

/// <summary>Classes of proofs.</summary>
public static class Proofs
{
    /// <summary>The classes that proofs of one stay come to together; the order does not matter.</summary>
    public static ProofClasses Classes(params IEnumerable<ProofKind> kinds)
    {
        var (money, way, classes) = (false, false, ProofClasses.None);
        foreach (var kind in kinds)
        {
            money |= kind is ProofKind.Tax or ProofKind.Bank;
            way |= kind is ProofKind.Travel or ProofKind.Border;
            classes |= kind == ProofKind.Attendance ? ProofClasses.B : kind == ProofKind.Log ? ProofClasses.C : ProofClasses.None;
        }

        return money && way ? classes | ProofClasses.A : classes;
    }
}

/// <summary>Days somebody says to have been there, and what its proofs come to.</summary>
/// <param name="Days">The days.</param>
/// <param name="Classes">The classes of its proofs.</param>
public readonly record struct Stay(DaySpan Days, ProofClasses Classes);
