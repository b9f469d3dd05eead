using System.Globalization;
using System.Text;
using Scx.Runtime;

namespace Scx.Run;

/// <summary>Prints a scheduler's statistics, a line each time: <c>local=12 global=34</c>, or a JSON object.</summary>
sealed class StatisticsPrinter(StatisticsSampler sampler, TextWriter output, bool json)
{
    readonly StringBuilder line = new();

    /// <summary>Reads and prints them.</summary>
    public void Print()
    {
        if (sampler.Statistics.Count == 0)
            return;
        var values = sampler.Sample();
        line.Clear();
        for (int i = 0; i < values.Count; i++)
        {
            string name = sampler.Statistics[i].Name;
            line.Append(i > 0 ? (json ? "," : " ") : "");
            line.Append(json ? $"\"{name}\":" : $"{name}=").Append(values[i].ToString(CultureInfo.InvariantCulture));
        }

        output.WriteLine(json ? $"{{{line}}}" : line.ToString());
        output.Flush();
    }
}
