[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Point
    {
        public int X;
    }

    int n;

    public override void Running(TaskStruct p)
    {
        Point point = default;
        Printk($"{n:f2}"); //~ SCX4009
        Printk($"{n:d5}"); //~ SCX4009
        Printk($"{n,12:x8}"); //~ SCX4009
        Printk($"{point}"); //~ SCX4009
        Printk($"5 µs"); //~ SCX4009
        Printk($"{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}"); //~ SCX4009
        Printk($"{true:x}"); //~ SCX4009
    }
}
