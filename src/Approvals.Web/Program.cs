using Approvals.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(ApiJson.Configure);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddOpenApi(options => ApiDocument.Configure(options));
var app = builder.Build();
app.MapOpenApi();
app.MapApi();
await app.RunAsync();
