global using System.Collections.Immutable;
global using System.Text.Json;
global using System.Text.Json.Serialization;
global using Approvals.Decisions;
global using Approvals.Feel;
