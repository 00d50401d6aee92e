using Microsoft.Data.Sqlite;

namespace ZcBench.Scores.Store;

/// <summary>A statement that is prepared once and run many times.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>A statement and its parameters, "$a", "$b", ..., in the order of their values.</summary>
    public Statement(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in parameters)
        {
            _command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        }
    }

    /// <summary>Runs it; the first column of the first row, or null.</summary>
    public object? Run(params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i];
        }

        return _command.ExecuteScalar();
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}
