global using System.Collections.Immutable;
global using Approvals.Feel;
global using Approvals.Workflows;
