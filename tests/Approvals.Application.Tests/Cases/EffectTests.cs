using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Approvals.Application.Effects;
using Approvals.Workflows;

namespace Approvals.Application.Tests.Cases;

/// <summary>Whatever the engine can ask for is carried out.</summary>
public sealed class EffectTests
{
    public static TheoryData<Type> Effects => [.. typeof(Effect).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType)];

    [Theory, MemberData(nameof(Effects))]
    public void Refusal_OfAnEffectOfTheEngine_IsNone(Type effect) =>
        Assert.Null(EffectAppliers.Refusal([(Effect)RuntimeHelpers.GetUninitializedObject(effect)]));
}
