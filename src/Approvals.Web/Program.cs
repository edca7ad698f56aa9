using Approvals.Web.Hosting;
using Approvals.Web.Session;

var builder = WebApplication.CreateBuilder(args);
builder.AddProduct();
builder.AddSignIn();
builder.AddPipeline();

var app = builder.Build();
app.UsePipeline();
await app.PrepareAsync();
app.Lifetime.ApplicationStarted.Register(() => app.TellAddress());
await app.RunAsync();
