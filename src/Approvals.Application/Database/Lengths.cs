namespace Approvals.Application.Database;

/// <summary>Lengths of columns; every bounded text is compared by code point on each database.</summary>
internal static class Lengths
{
    public const int Code = 64;
    public const int Enumeration = 32;
    public const int Region = 12;
    public const int RegionPath = 80;
    public const int Name = 200;
    public const int Text = 1000;
    public const int Key = 200;
    public const int Hash = 32;
    public const int LocalText = 600;
}
