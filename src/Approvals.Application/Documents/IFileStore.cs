namespace Approvals.Application.Documents;

/// <summary>Bytes by the hash of themselves. What is stored is encrypted already; the store knows no key.</summary>
public interface IFileStore
{
    /// <summary>Stores what <paramref name="write"/> writes and returns its address; nothing stays when it fails.</summary>
    public Task<string> SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Opens stored bytes.</summary>
    /// <exception cref="FileNotFoundException">There are none at this address.</exception>
    public Stream Open(string address);

    /// <summary>Deletes stored bytes, if they are there.</summary>
    public void Delete(string address);

    /// <summary>Addresses of everything stored before an instant, and of uploads left unfinished.</summary>
    public IEnumerable<string> StoredBefore(DateTimeOffset instant);
}
