using Approvals.Domain.Packages;

namespace Approvals.Application.Policies;

/// <summary>A published version of a service, loaded and compiled. Cases stay bound to theirs.</summary>
/// <param name="VersionId">The version's row.</param>
/// <param name="Number">1, 2, 3, … within the service.</param>
/// <param name="NumberCode">Two digits for case numbers; the package's own unless another service had it first.</param>
/// <param name="EffectiveFrom">The first day on which a submission is bound to it.</param>
/// <param name="Package">The package.</param>
public sealed record ServiceSnapshot(Guid VersionId, int Number, string NumberCode, DateOnly EffectiveFrom, ServicePackage Package)
{
    /// <summary>The service's code.</summary>
    public string Code => Package.Service.Code;

    /// <summary>What <c>service.json</c> says.</summary>
    public ServiceInfo Service => Package.Service;
}
