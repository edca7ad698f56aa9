namespace Approvals.Web;
internal static class Later { public static Exception It => new NotSupportedException(); }
