namespace Approvals.Web.Tests.WorkTasks;

[Collection(SharedWalks.Name)]
public sealed class PhraseTests(WalkingProduct server)
{
    [Fact]
    public async Task Phrase_SavedTwice_IsThereOnce_ForItsOwnerOnly()
    {
        var (owner, other) = (await server.SignInAsync("yu.hang"), await server.SignInAsync("ren.kai"));

        var saved = await owner.PostAsync("/api/phrases", new { text = "材料齐全，符合条件。" });
        var again = await owner.PostAsync("/api/phrases", new { text = " 材料齐全，符合条件。 " });

        Assert.Equal(saved.Text("id"), again.Text("id"));
        Assert.Equal(1, (await owner.GetAsync("/api/phrases")).Body.GetArrayLength());
        Assert.Equal(0, (await other.GetAsync("/api/phrases")).Body.GetArrayLength());
        Assert.Equal(404, (await other.DeleteAsync($"/api/phrases/{saved.Text("id")}")).Status);
        Assert.Equal(204, (await owner.DeleteAsync($"/api/phrases/{saved.Text("id")}")).Status);
    }

    [Fact]
    public async Task Phrase_OfNothing_IsRefused() =>
        Assert.Equal("text", Assert.Single((await (await server.SignInAsync("hou.min")).PostAsync("/api/phrases", new { text = "" })).Wrong));
}
