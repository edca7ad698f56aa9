using Approvals.Application.Rights;

namespace Approvals.Application.Cases;

/// <summary>Messages between the applicant and the office, and remarks of the office.</summary>
internal static class Messages
{
    /// <summary>Adds a message; none when there is nothing to say.</summary>
    internal static Comment? Add(CaseWork work, CurrentUser user, string? text, CommentAudience audience = CommentAudience.Everyone, Guid? id = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var comment = new Comment
        {
            Id = id ?? work.Ids.Next(), CaseId = work.Case.Id, AuthorUserId = user.Id, AuthorName = user.Name, Audience = audience,
            Text = text.Trim(), At = work.Now,
        };
        work.Context.Comments.Add(comment);
        return comment;
    }
}
