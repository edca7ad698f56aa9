namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class EmployerTests(ProductServer server)
{
    private const string Code = "91220104MA99A00145";
    private const string Name = "长春北湖光电科技有限公司";

    [Theory]
    [InlineData("北湖光电")]
    [InlineData("91220104MA99A0014")]
    [InlineData("91220104ma99a00145")]
    public async Task Employers_ByNameOrCode_TellNameAndCodeAlone(string text)
    {
        var found = await (await server.SignInAsync("li.ruolan")).GetAsync($"/api/employers?q={Uri.EscapeDataString(text)}");

        var employer = Assert.Single(found.Body.EnumerateArray());
        Assert.Equal(["name", "uscc"], employer.EnumerateObject().Select(p => p.Name));
        Assert.Equal((Name, Code), (employer.GetProperty("name").GetString(), employer.GetProperty("uscc").GetString()));
    }

    [Fact]
    public async Task Employers_ByAWordOfMany_AreAtMostTwentyAndNoAuthorities()
    {
        var applicant = await server.SignInAsync("li.ruolan");

        Assert.InRange((await applicant.GetAsync("/api/employers?q=有限公司")).Body.GetArrayLength(), 2, 20);
        Assert.Empty((await applicant.GetAsync("/api/employers?q=人力资源和社会保障厅")).Body.EnumerateArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=长")]
    [InlineData("?q=%20长%20")]
    public async Task Employers_ByLessThanTwoLetters_AreNotSearched(string query)
    {
        var answer = await (await server.SignInAsync("li.ruolan")).GetAsync($"/api/employers{query}");

        Assert.Equal(422, answer.Status);
        Assert.Equal(["q"], answer.Wrong);
    }

    [Fact]
    public async Task Employers_ByTooLongAText_AreNotSearched() =>
        Assert.Equal(["q"], (await (await server.SignInAsync("li.ruolan")).GetAsync($"/api/employers?q={new string('a', 101)}")).Wrong);

    [Fact]
    public async Task Employers_ForNobodySignedIn_AreRefused() => Assert.Equal(401, (await server.Visit().GetAsync("/api/employers?q=北湖光电")).Status);

    [Fact]
    public async Task Save_OfARegisteredEmployersCode_FillsItsNameIn()
    {
        var applicant = await server.SignInAsync("lam.kaho");
        var draft = await applicant.GetAsync($"/api/drafts/{(await applicant.PostAsync("/api/services/talent-classification/drafts")).Text("id")}");

        var saved = await applicant.PutAsync($"/api/drafts/{draft.Text("id")}", new { values = new { uscc = Code }, etag = draft.Text("etag") });
        var own = await applicant.PutAsync(
            $"/api/drafts/{draft.Text("id")}", new { values = new { uscc = Code, employerName = "别名公司" }, etag = saved.Text("etag") });

        Assert.Equal(Name, saved["state"].GetProperty("values").GetProperty("employerName").GetString());
        Assert.Equal("别名公司", own["state"].GetProperty("values").GetProperty("employerName").GetString());
    }
}
