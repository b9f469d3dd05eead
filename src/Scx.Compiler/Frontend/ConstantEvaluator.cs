using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Computes what .NET computes when it initialises a field: with operators, constructors and methods whose source is there, of integers, truth values, structs, tuples
/// and arrays of these. An integer is a <see cref="BigInteger"/> within the range of its type, an array an <c>object[]</c>.
/// </summary>
internal sealed partial class ConstantEvaluator
{
    // As long as a person typing does not wait for it.
    private const int MostSteps = 1 << 18, MostCalls = 100;

    private static readonly object Unknown = new();

    private readonly Semantics semantics;
    private readonly CancellationToken cancellation;
    private Dictionary<ISymbol, object> variables = new(SymbolEqualityComparer.Default);
    private StructConstant? self, created;
    private object result = Unknown;
    private int steps, calls;
    private bool failed;

    private ConstantEvaluator(Semantics semantics, CancellationToken cancellation) => (this.semantics, this.cancellation) = (semantics, cancellation);

    /// <summary>What an expression outside of methods comes to; null if that is not known before the program runs.</summary>
    public static object? Evaluate(IOperation expression, Semantics semantics, CancellationToken cancellation)
    {
        var evaluator = new ConstantEvaluator(semantics, cancellation);
        object value = evaluator.Value(expression);
        return evaluator.failed ? null : value;
    }

    // Once something is not known the rest does not matter: it is gone through without effect, to its end.
    private object Fail()
    {
        failed = true;
        return Unknown;
    }

    private object Value(IOperation operation)
    {
        if (failed || ++steps > MostSteps)
            return Fail();
        cancellation.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return Constant(operation, constant);
        return operation switch
        {
            IParenthesizedOperation inner => Value(inner.Operand),
            ILocalReferenceOperation local => Variable(local.Local),
            IParameterReferenceOperation parameter => Variable(parameter.Parameter),
            IInstanceReferenceOperation instance => (instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver ? created : self) ?? Fail(),
            IFieldReferenceOperation { Instance: { } instance } field => Member(Struct(instance), field.Field),
            IFieldReferenceOperation field => StaticField(field),
            IPropertyReferenceOperation property => Property(property),
            IArrayElementReferenceOperation element => Element(element) is var (array, at) ? array[at] : Fail(),
            IConversionOperation conversion => Converted(conversion),
            IUnaryOperation unary => Unary(unary),
            IBinaryOperation binary => Binary(binary),
            IConditionalOperation { WhenFalse: { } otherwise } choice => Value(Truth(choice.Condition) ? choice.WhenTrue : otherwise),
            ISwitchExpressionOperation choice => Chosen(choice),
            IIsPatternOperation test => Matches(Value(test.Value), test.Pattern),
            IDefaultValueOperation { Type: { } type } => Default(type),
            ITupleOperation tuple => Tuple(tuple),
            IObjectCreationOperation creation => Created(creation),
            IWithOperation with => Initialized(Struct(with.Operand).Copy(), with.Initializer),
            IInvocationOperation call => Invoked(call),
            IArrayCreationOperation array => Array(array),
            IArrayInitializerOperation list => list.ElementValues.Select(Held).ToArray(),
            ICollectionExpressionOperation { Type: IArrayTypeSymbol } list => list.Elements.Select(Held).ToArray(),
            ISimpleAssignmentOperation { IsRef: false } assignment => Assigned(assignment),
            IDeconstructionAssignmentOperation assignment => Assigned(assignment),
            ICompoundAssignmentOperation assignment => Compound(assignment),
            IIncrementOrDecrementOperation step => Stepped(step),
            _ => Fail(),
        };
    }

    private BigInteger Number(IOperation operation) => Value(operation) is BigInteger number ? number : FailAs<BigInteger>();

    private bool Truth(IOperation operation) => Value(operation) is bool truth ? truth : FailAs<bool>();

    private StructConstant Struct(IOperation operation) => Value(operation) as StructConstant ?? FailAs<StructConstant>() ?? new();

    private T? FailAs<T>()
    {
        Fail();
        return default;
    }

    /// <summary>A value that is to be kept: a struct is copied.</summary>
    private object Held(IOperation operation) => Copied(Value(operation));

    private static object Copied(object value) => value is StructConstant original ? original.Copy() : value;

    private object Constant(IOperation operation, object? constant)
    {
        // What the running kernel says is not known before it loads the object.
        if (operation.DescendantsAndSelf().Any(o => o is IFieldReferenceOperation field && KernelBindings.IsEnumValue(field.Field)))
            return Fail();
        return constant switch
        {
            bool truth => truth,
            char letter => new BigInteger(letter),
            ulong large => new BigInteger(large),
            sbyte or byte or short or ushort or int or uint or long => new BigInteger(Convert.ToInt64(constant, CultureInfo.InvariantCulture)),
            _ => Fail(),
        };
    }

    private object Variable(ISymbol symbol) => variables.TryGetValue(symbol.OriginalDefinition, out object? value) ? value : Fail();

    private object Member(StructConstant value, IFieldSymbol field)
    {
        // Where members overlap, one is made of the bits of another.
        if (field.Attribute(TypeLowering.FieldOffsetAttribute) is not null)
            return Fail();
        string name = TypeLowering.FieldName(field);
        if (value[name] is not { } known)
            value[name] = known = Default(field.Type);
        return known;
    }

    private object Default(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => false,
        _ when TypeLowering.Integer(type) is not null => BigInteger.Zero,
        INamedTypeSymbol { TypeKind: TypeKind.Struct } named when named.IsTupleType || !named.DeclaringSyntaxReferences.IsEmpty => new StructConstant(),
        _ => Fail(),
    };

    /// <summary>A static field whose value is computed before the one that names it.</summary>
    private object StaticField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        var around = reference.Syntax.FirstAncestorOrSelf<FieldDeclarationSyntax>();
        var declared = field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        bool isBefore = around is not null && declared?.FirstAncestorOrSelf<TypeDeclarationSyntax>() == around.Parent && declared!.SpanStart < reference.Syntax.SpanStart;
        if (field is not { IsStatic: true, IsReadOnly: true } || !isBefore || calls >= MostCalls || ConstantTables.Initializer(field, semantics, cancellation) is not { } initializer)
            return Fail();
        calls++;
        object value = Value(initializer);
        calls--;
        return value;
    }

    private object Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is not { } instance)
            return property.GetMethod is { } shared && HasBody(shared) ? Call(shared, null, []) : Fail();
        object holder = Value(instance);
        if (holder is object[] array && property.Name == "Length")
            return new BigInteger(array.Length);
        if (holder is not StructConstant value || property.GetMethod is not { } getter || !reference.Arguments.IsEmpty)
            return Fail();
        return HasBody(getter) ? Call(getter, Self(instance, value, getter), [])
            : BackingField(property) is { } field ? Copied(Member(value, field)) : Fail();
    }

    private static IFieldSymbol? BackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    /// <summary>The struct that a method may change: that of a variable, otherwise a copy of its own.</summary>
    private static StructConstant Self(IOperation instance, StructConstant value, IMethodSymbol method) =>
        method.IsReadOnly || method.ContainingType.IsReadOnly || IsVariable(instance) ? value : value.Copy();

    private static bool IsVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => !local.IsForEach && !local.IsUsing,
        IParameterReferenceOperation { Parameter.RefKind: var kind } => kind == RefKind.None,
        IFieldReferenceOperation { Instance: { } instance, Field.IsReadOnly: false } => IsVariable(instance),
        IArrayElementReferenceOperation or IInstanceReferenceOperation => true,
        _ => false,
    };

    private static bool HasBody(IMethodSymbol accessor) =>
        accessor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } or ArrowExpressionClauseSyntax;

    private (object[] Array, int Index)? Element(IArrayElementReferenceOperation reference) =>
        reference.Indices.Length == 1 && Value(reference.ArrayReference) is object[] array && Number(reference.Indices[0]) is var index && index >= 0 && index < array.Length
            ? (array, (int)index) : null;

    private object Tuple(ITupleOperation tuple)
    {
        var value = new StructConstant();
        for (int i = 0; i < tuple.Elements.Length; i++)
            value[$"Item{i + 1}"] = Held(tuple.Elements[i]);
        return value;
    }

    private object Array(IArrayCreationOperation creation)
    {
        if (creation is not { DimensionSizes.Length: 1, Type: IArrayTypeSymbol { ElementType: var element } })
            return Fail();
        if (creation.Initializer is { } written)
            return Value(written);
        var length = Number(creation.DimensionSizes[0]);
        if (length < 0 || length > MostSteps - steps || failed)
            return Fail();
        object[] array = new object[(int)length];
        steps += array.Length;
        for (int i = 0; i < array.Length; i++)
            array[i] = Default(element);
        return array;
    }

    private object Chosen(ISwitchExpressionOperation choice)
    {
        object value = Value(choice.Value);
        var arm = choice.Arms.FirstOrDefault(each => Matches(value, each.Pattern) && (each.Guard is null || Truth(each.Guard)));
        return arm is null ? Fail() : Value(arm.Value);
    }

    private bool Matches(object value, IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IConstantPatternOperation constant => value.Equals(Value(constant.Value)),
        IRelationalPatternOperation relation => value is BigInteger number && Compare(relation.OperatorKind, number, Number(relation.Value)),
        INegatedPatternOperation negated => !Matches(value, negated.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(value, either.LeftPattern) || Matches(value, either.RightPattern),
        IBinaryPatternOperation both => Matches(value, both.LeftPattern) && Matches(value, both.RightPattern),
        _ => FailAs<bool>(),
    };

    private object Assigned(IAssignmentOperation assignment)
    {
        // Which place it is, is known before the value is.
        var write = WriteTo(assignment.Target);
        object value = Held(assignment.Value);
        write(value);
        return value;
    }

    private Action<object> WriteTo(IOperation target)
    {
        if (target is IDeclarationExpressionOperation declared)
            target = declared.Expression;
        if (target is not ITupleOperation tuple)
            return target is IDiscardOperation ? _ => { } : PlaceOf(target).Write;
        var parts = tuple.Elements.Select(WriteTo).ToList();
        return value =>
        {
            for (int i = 0; i < parts.Count; i++)
                parts[i]((value as StructConstant)?[$"Item{i + 1}"] ?? Fail());
        };
    }

    /// <summary>What can be assigned to; what it hangs on is computed once.</summary>
    private Place PlaceOf(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: { IsRef: false } local }:
                return new(() => Variable(local), value => variables[local] = value);
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                return new(() => Variable(parameter), value => variables[parameter.OriginalDefinition] = value);
            case IFieldReferenceOperation { Instance: { } instance, Field: var field }:
                var holder = Struct(instance);
                return new(() => Member(holder, field), value => holder[TypeLowering.FieldName(field)] = value);
            case IPropertyReferenceOperation { Instance: { } instance, Property: var property } when BackingField(property) is { } field
                && (property.SetMethod is not { } setter || !HasBody(setter)) && (property.GetMethod is not { } getter || !HasBody(getter)):
                var owner = Struct(instance);
                return new(() => Member(owner, field), value => owner[property.Name] = value);
            case IArrayElementReferenceOperation reference when Element(reference) is var (array, at):
                return new(() => array[at], value => array[at] = value);
            default:
                Fail();
                return new(Fail, _ => { });
        }
    }

    private sealed record Place(Func<object> Read, Action<object> Write);

    /// <summary>A struct: what is known of its members, by the names that they have in memory. What is missing is zero.</summary>
    internal sealed class StructConstant
    {
        private readonly List<(string Name, object Value)> members = [];

        /// <summary>The members in the order in which they were last set, which counts where they overlap.</summary>
        public IEnumerable<(string Name, object Value)> Members => members;

        public object? this[string name]
        {
            get => members.FirstOrDefault(member => member.Name == name).Value;
            set
            {
                members.RemoveAll(member => member.Name == name);
                members.Add((name, value!));
            }
        }

        public StructConstant Copy()
        {
            var copy = new StructConstant();
            copy.members.AddRange(members.Select(member => (member.Name, member.Value is StructConstant inner ? inner.Copy() : member.Value)));
            return copy;
        }
    }
}
