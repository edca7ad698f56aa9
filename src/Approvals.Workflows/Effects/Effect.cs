namespace Approvals.Workflows;

/// <summary>What the application does after a step, in the same transaction: a closed union.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CreateTask), "CreateTask")]
[JsonDerivedType(typeof(ChangeTask), "ChangeTask")]
[JsonDerivedType(typeof(CloseTask), "CloseTask")]
[JsonDerivedType(typeof(ScheduleTimer), "ScheduleTimer")]
[JsonDerivedType(typeof(CancelTimer), "CancelTimer")]
[JsonDerivedType(typeof(Notify), "Notify")]
[JsonDerivedType(typeof(SendLetter), "SendLetter")]
[JsonDerivedType(typeof(PublishNotice), "PublishNotice")]
[JsonDerivedType(typeof(WithdrawNotice), "WithdrawNotice")]
[JsonDerivedType(typeof(RecordDraw), "RecordDraw")]
[JsonDerivedType(typeof(CloseVote), "CloseVote")]
[JsonDerivedType(typeof(GrantEntitlement), "GrantEntitlement")]
[JsonDerivedType(typeof(RecordDecision), "RecordDecision")]
[JsonDerivedType(typeof(ChangeEntitlement), "ChangeEntitlement")]
[JsonDerivedType(typeof(StartChild), "StartChild")]
[JsonDerivedType(typeof(CancelChild), "CancelChild")]
[JsonDerivedType(typeof(JoinWaitingList), "JoinWaitingList")]
[JsonDerivedType(typeof(ChangeWaitingPlace), "ChangeWaitingPlace")]
[JsonDerivedType(typeof(LeaveWaitingList), "LeaveWaitingList")]
[JsonDerivedType(typeof(RequestBooking), "RequestBooking")]
[JsonDerivedType(typeof(ChangeBooking), "ChangeBooking")]
[JsonDerivedType(typeof(RegisterRelation), "RegisterRelation")]
[JsonDerivedType(typeof(WriteLog), "WriteLog")]
[JsonDerivedType(typeof(SendSignal), "SendSignal")]
[JsonDerivedType(typeof(CompleteRunTask), "CompleteRunTask")]
[JsonDerivedType(typeof(SendMail), "SendMail")]
[JsonDerivedType(typeof(SendHttp), "SendHttp")]
[JsonDerivedType(typeof(FinishCase), "FinishCase")]
public abstract record Effect
{
    private protected Effect() { }

    /// <summary>Compact JSON, for traces and recorded histories.</summary>
    public string ToJson() => CompactJson.Write<Effect>(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is not an effect.</exception>
    public static Effect FromJson(string json) => CompactJson.Read<Effect>(json);
}
